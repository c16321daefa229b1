package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The log context of a message that no node has sent. Such a message can claim any user and any request, so the log
 * lines of its task name the sender that the broker reports in {@code JMSXUserID}, if any. Artemis reports the sender
 * if {@code populate-validated-user} is set.
 */
final class ForeignContext {

    /** The key that names the sender. */
    static final String SENDER = "abakus_sender";

    private static final String VALIDATED_USER = "JMSXUserID";
    private static final String UNKNOWN = "unknown";
    private static final String PURPOSE = "sender";

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
        return of(claimed, validatedUser(message));
    }

    /**
     * Like {@link #of(LogContext, Message)}, but if a node has forwarded the message, the context names the first
     * sender and not that node.
     */
    static LogContext of(LogContext claimed, Message message, String id, Seals seals) throws JMSException {
        return of(claimed, sender(message, id, seals));
    }

    private static LogContext of(LogContext claimed, Optional<String> sender) {
        return claimed.without(LEVEL).with(SENDER, sender.orElse(UNKNOWN));
    }

    /**
     * The properties that a node adds to a message that it forwards, so that later readers know the message's first
     * sender.
     */
    static Map<String, String> kept(Message message, Seals seals) throws JMSException {
        try {
            String id = message.getStringProperty(WireFormat.ID);
            return id == null
                    ? Map.of()
                    : sender(message, id, seals)
                            .map(sender -> properties(id, sender, seals))
                            .orElse(Map.of());
        } catch (MessageFormatException e) {
            // The reader of the message will reject it for the same reason.
            return Map.of();
        }
    }

    /**
     * The same properties for a task whose log context names such a sender. A task inherits the name from the task that
     * sends it.
     */
    static Map<String, String> kept(TaskMessage task, Seals seals) {
        Object sender = task.context().get(SENDER);
        return sender == null ? Map.of() : properties(task.id(), sender.toString(), seals);
    }

    private static Map<String, String> properties(String id, String sender, Seals seals) {
        return Map.of(WireFormat.SENDER, sender, WireFormat.SENDER_SEAL, seals.of(PURPOSE, id, sender));
    }

    private static Optional<String> sender(Message message, String id, Seals seals) throws JMSException {
        String before = message.getStringProperty(WireFormat.SENDER);
        String seal = message.getStringProperty(WireFormat.SENDER_SEAL);
        return before != null && seal != null && seals.isValid(seal, PURPOSE, id, before)
                ? Optional.of(before)
                : validatedUser(message);
    }

    private static Optional<String> validatedUser(Message message) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(VALIDATED_USER))
                .filter(user -> !user.isBlank() && KeyText.fits(user));
    }
}
