package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.abakus.logging.Redaction;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.WaitingTask;

/** Converts a message for display to an operator, whether or not a worker could read it. */
public final class ShownMessage {

    private static final List<String> PROPERTIES = List.of(
            WireFormat.ID,
            WireFormat.TASK,
            WireFormat.RETRIES,
            WireFormat.ARGUMENTS,
            WireFormat.HOLD_UNTIL,
            WireFormat.HOLD_SLOT,
            WireFormat.HOLD_GRANT,
            WireFormat.HOLD_SINCE,
            WireFormat.CONTEXT_KEYS,
            WireFormat.RETURNED_FOR,
            WireFormat.RETURNED_SINCE);

    /** The maximum length of a value that is shown. Another sender may have written any number of characters. */
    private static final int LONGEST = 1_000;

    /** The maximum number of keys that are shown. No setting allows a context more keys. */
    private static final int MOST_KEYS = 64;

    private static final int LONGEST_LIST = 16_000;

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
        addContext(message, properties);
        if (message.getJMSType() != null) {
            properties.putIfAbsent(WireFormat.TASK, message.getJMSType());
        }
        return of(
                name -> Optional.ofNullable(properties.get(name)),
                queue,
                message.getJMSPriority(),
                due(message),
                Optional.of(Instant.ofEpochMilli(message.getJMSTimestamp())),
                String.valueOf(message.getJMSMessageID()));
    }

    /** Returns the redacted log context that a message carries; empty if it carries none that can be read. */
    static Map<String, String> context(Message message) throws JMSException {
        Map<String, String> properties = new HashMap<>();
        Object listed = message.getObjectProperty(WireFormat.CONTEXT_KEYS);
        if (listed == null) {
            return Map.of();
        }
        properties.put(WireFormat.CONTEXT_KEYS, listed.toString());
        addContext(message, properties);
        return context(name -> Optional.ofNullable(properties.get(name)));
    }

    /** Adds the properties that the list of context keys names. */
    private static void addContext(Message message, Map<String, String> properties) throws JMSException {
        ContextKeys keys = keys(Optional.ofNullable(properties.get(WireFormat.CONTEXT_KEYS)));
        for (int i = 0; i < Math.min(keys.size(), MOST_KEYS); i++) {
            Object value = message.getObjectProperty(keys.property(i));
            if (value != null) {
                properties.put(keys.property(i), value.toString());
            }
        }
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
            Optional<Instant> queuedAt,
            String messageId) {
        return new WaitingTask(
                properties.apply(WireFormat.ID).map(ShownMessage::cut).orElse(messageId),
                properties.apply(WireFormat.TASK).map(ShownMessage::cut).orElse(""),
                queue,
                priority,
                properties
                        .apply(WireFormat.RETRIES)
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Integer::parseInt)
                        .orElse(0),
                due,
                // Abakus's senders have already redacted the arguments, but other senders have not.
                properties.apply(WireFormat.ARGUMENTS).map(line -> Redaction.active()
                        .text(cut(line))),
                queuedAt.filter(at -> at.isAfter(Instant.EPOCH)),
                held(properties),
                context(properties));
    }

    private static Map<String, String> context(Function<String, Optional<String>> properties) {
        Map<String, String> context = new LinkedHashMap<>();
        ContextKeys keys = keys(properties.apply(WireFormat.CONTEXT_KEYS));
        for (int i = 0; i < Math.min(keys.size(), MOST_KEYS); i++) {
            String key = keys.key(i);
            properties
                    .apply(keys.property(i))
                    .ifPresent(value -> context.put(
                            cut(key), String.valueOf(Redaction.active().value(key, cut(value)))));
        }
        return context;
    }

    /** The listed keys; none if the list cannot be read. Another sender may have written any text there. */
    private static ContextKeys keys(Optional<String> listed) {
        try {
            return listed.filter(list -> list.length() <= LONGEST_LIST)
                    .map(list -> ContextKeys.parse(LongProperties.list(list)))
                    .orElse(ContextKeys.ofProperties(List.of()));
        } catch (IllegalArgumentException e) {
            return ContextKeys.ofProperties(List.of());
        }
    }

    private static Optional<HeldTask> held(Function<String, Optional<String>> properties) {
        Optional<String> mark = properties.apply(WireFormat.HOLD_GRANT);
        Optional<Instant> until = properties.apply(WireFormat.HOLD_UNTIL).flatMap(ShownMessage::instant);
        if (mark.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        Instant turn = properties
                .apply(WireFormat.HOLD_SLOT)
                .flatMap(ShownMessage::instant)
                .orElse(until.get());
        return Optional.of(HeldTask.of(
                mark.get(),
                turn,
                properties.apply(WireFormat.RETURNED_FOR),
                properties
                        .apply(WireFormat.RETURNED_SINCE)
                        .or(() -> properties.apply(WireFormat.HOLD_SINCE))
                        .flatMap(ShownMessage::instant)));
    }

    /** The instant; empty if the value is not an instant. Another sender may have written any text there. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Truncates a value, before any redaction. */
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
