package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import no.abakus.tasks.operate.DeadLetter;

/**
 * Converts a dead letter for display to an operator. Never shows the message body, and redacts the reason's detail and
 * the arguments. Properties of every type are shown as text, because another sender may have written them.
 */
final class ShownDeadLetter {

    private final UnaryOperator<String> redaction;

    /** Creates a converter that redacts with this function. */
    ShownDeadLetter(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    DeadLetter of(Message message) throws JMSException {
        return of(message, EnumSet.allOf(DeadLetter.Part.class));
    }

    /** Converts a letter with only these of its redacted parts. */
    DeadLetter of(Message message, Set<DeadLetter.Part> parts) throws JMSException {
        String task = text(message, WireFormat.TASK);
        String type = Optional.ofNullable(message.getJMSType()).orElse("");
        return new DeadLetter(
                LetterId.of(String.valueOf(message.getJMSMessageID())),
                text(message, WireFormat.ID),
                task.isEmpty() ? ShownMessage.cut(type) : task,
                text(message, WireFormat.DEAD_REASON),
                parts.contains(DeadLetter.Part.DETAIL) ? redaction.apply(text(message, WireFormat.DEAD_DETAIL)) : "",
                text(message, WireFormat.DEAD_QUEUE),
                text(message, WireFormat.DEAD_AT),
                text(message, WireFormat.DEAD_NODE),
                message.getObjectProperty(WireFormat.RETRIES) instanceof Integer retries ? retries : 0,
                parts.contains(DeadLetter.Part.ARGUMENTS) ? arguments(message) : Optional.empty(),
                parts.contains(DeadLetter.Part.CONTEXT) ? ShownMessage.context(message) : Map.of());
    }

    private Optional<String> arguments(Message message) throws JMSException {
        return Optional.of(text(message, WireFormat.ARGUMENTS))
                .filter(arguments -> !arguments.isEmpty())
                .map(redaction);
    }

    private static String text(Message message, String property) throws JMSException {
        Object value = message.getObjectProperty(property);
        return value == null ? "" : ShownMessage.cut(value.toString());
    }
}
