package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.abakus.tasks.operate.WaitingTask;

/** Converts a message for display to an operator, whether or not a worker could read it. */
public final class ShownMessage {

    private static final List<String> PROPERTIES =
            List.of(WireFormat.ID, WireFormat.TASK, WireFormat.RETRIES, WireFormat.ARGUMENTS);

    private ShownMessage() {}

    /** Converts a message of this queue. The queue has the name that tasks use. */
    public static WaitingTask of(Message message, String queue) throws JMSException {
        Map<String, String> properties = new HashMap<>();
        for (String name : PROPERTIES) {
            Object value = message.getObjectProperty(name);
            if (value != null) {
                properties.put(name, value.toString());
            }
        }
        if (message.getJMSType() != null) {
            properties.putIfAbsent(WireFormat.TASK, message.getJMSType());
        }
        return of(
                name -> Optional.ofNullable(properties.get(name)),
                queue,
                message.getJMSPriority(),
                due(message),
                String.valueOf(message.getJMSMessageID()));
    }

    private static Optional<Instant> due(Message message) throws JMSException {
        long time = message.getJMSDeliveryTime();
        return time > message.getJMSTimestamp() ? Optional.of(Instant.ofEpochMilli(time)) : Optional.empty();
    }

    /** Converts a message from the properties that a broker reports. */
    public static WaitingTask of(
            Function<String, Optional<String>> properties,
            String queue,
            int priority,
            Optional<Instant> due,
            String messageId) {
        return new WaitingTask(
                properties.apply(WireFormat.ID).orElse(messageId),
                properties.apply(WireFormat.TASK).orElse(""),
                queue,
                priority,
                properties
                        .apply(WireFormat.RETRIES)
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Integer::parseInt)
                        .orElse(0),
                due,
                properties.apply(WireFormat.ARGUMENTS));
    }
}
