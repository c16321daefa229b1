package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.function.UnaryOperator;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.jms.JmsLogContext;

/** Carries the log context in the message properties that tasks use. Thread-safe. */
public final class MessageLogContext implements JmsLogContext {

    private static final Log log = Log.get(MessageLogContext.class);

    private final MessageConfig limits;
    private final UnaryOperator<LogContext> pack;

    /**
     * Creates a carrier that reads contexts within {@code limits} and sends contexts as {@code pack} returns them.
     *
     * @param limits the limits of a context that is received
     * @param pack redacts and bounds a context that is sent
     */
    public MessageLogContext(MessageConfig limits, UnaryOperator<LogContext> pack) {
        this.limits = limits;
        this.pack = pack;
    }

    @Override
    public <M extends Message> M into(M message) {
        try {
            ContextProperties.write(pack.apply(LogContext.current()), message);
        } catch (JMSException | JMSRuntimeException e) {
            notCarried(e);
        }
        return message;
    }

    @Override
    public JMSProducer into(JMSProducer producer) {
        try {
            ContextProperties.write(pack.apply(LogContext.current()), producer);
        } catch (JMSRuntimeException e) {
            notCarried(e);
        }
        return producer;
    }

    /**
     * Logs that the context could not be written. The message is sent without it, because the message is more
     * important.
     */
    private static void notCarried(Exception e) {
        log.warning("log_context_not_carried", "detail", e.getMessage());
    }

    @Override
    public LogScope bind(Message message) {
        return LogContext.replace(of(message));
    }

    private LogContext of(Message message) {
        try {
            return ForeignContext.of(ContextProperties.read(message, limits), message);
        } catch (JMSException | RuntimeException e) {
            // A message without a readable context must still be handled.
            log.debug("log_context_not_read", e);
            return ForeignContext.unknown();
        }
    }
}
