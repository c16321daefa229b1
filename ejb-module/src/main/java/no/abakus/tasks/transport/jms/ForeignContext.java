package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.KeyText;

/**
 * The log context of a message that no node has sent. Such a message can claim any user and any request. So the log
 * lines of its task name the sender that the broker reports in {@code JMSXUserID} (Artemis with
 * {@code populate-validated-user}), if any.
 */
final class ForeignContext {

    /** The key that names the sender. */
    static final String SENDER = "abakus_sender";

    private static final String VALIDATED_USER = "JMSXUserID";
    private static final String UNKNOWN = "unknown";

    /**
     * The key that lowers the log level of a task. It is dropped here, because only named users may lower the level.
     */
    private static final String LEVEL = "log_level";

    private ForeignContext() {}

    /** The context of a message whose properties cannot be read. */
    static LogContext unknown() {
        return LogContext.ofPairs(SENDER, UNKNOWN);
    }

    static LogContext of(LogContext claimed, Message message) throws JMSException {
        String user = message.getStringProperty(VALIDATED_USER);
        boolean known = user != null && !user.isBlank() && KeyText.fits(user);
        return claimed.without(LEVEL).with(SENDER, known ? user : UNKNOWN);
    }
}
