package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.tasks.config.MessageConfig;

/**
 * Writes and reads the log context as typed message properties, one per key, so that any JMS console can show them and
 * select messages by them.
 */
final class ContextProperties {

    /** The key for the number of omitted keys, as Abakus's senders write it. */
    private static final String TRUNCATED = "context_truncated";

    /** The room for that key and its number, in characters. */
    private static final int SLACK = 64;

    private ContextProperties() {}

    static void write(LogContext context, Message message) throws JMSException {
        if (context.isEmpty()) {
            return;
        }
        // Many tasks are sent in one context, so the property names of its keys are computed once.
        ContextKeys keys = context.derived(ContextKeys.class, ContextKeys::of);
        for (int i = 0; i < keys.size(); i++) {
            writeValue(message, keys.property(i), context.get(keys.key(i)));
        }
        message.setStringProperty(WireFormat.CONTEXT_KEYS, keys.listed());
    }

    /**
     * Writes the context to all messages that this producer sends. A producer cannot remove the keys of an earlier
     * context, but readers ignore keys that are not listed. A key whose value is null is not listed, because the
     * producer may still have an earlier value for it.
     */
    static void write(LogContext context, JMSProducer producer) {
        if (context.isEmpty() && !producer.propertyExists(WireFormat.CONTEXT_KEYS)) {
            return;
        }
        LogContext known = context;
        for (Map.Entry<String, Object> entry : context.toMap().entrySet()) {
            if (entry.getValue() == null) {
                known = known.without(entry.getKey());
            } else {
                producer.setProperty(PropertyName.of(entry.getKey()), entry.getValue());
            }
        }
        producer.setProperty(WireFormat.CONTEXT_KEYS, ContextKeys.of(known).listed());
    }

    private static void writeValue(Message message, String name, Object value) throws JMSException {
        if (value instanceof String text) {
            message.setStringProperty(name, text);
        } else if (value != null) {
            message.setObjectProperty(name, value);
        }
    }

    /**
     * Reads the context of a message. If the message does not list its keys, for example because another sender wrote
     * it, the keys are in the order in which the broker returns the properties.
     *
     * @param limits the limits of a context; anything beyond them is cut off
     */
    static LogContext read(Message message, MessageConfig limits) throws JMSException {
        String listed = message.getStringProperty(WireFormat.CONTEXT_KEYS);
        return values(
                listed == null ? unlisted(message, limits) : ContextKeys.parse(LongProperties.list(listed)),
                message,
                limits);
    }

    /** Reads the context of a message; empty if the message does not list the keys of its context. */
    static LogContext readListed(Message message, MessageConfig limits) throws JMSException {
        String listed = message.getStringProperty(WireFormat.CONTEXT_KEYS);
        return listed == null
                ? LogContext.empty()
                : values(ContextKeys.parse(LongProperties.list(listed)), message, limits);
    }

    private static LogContext values(ContextKeys keys, Message message, MessageConfig limits) throws JMSException {
        if (keys.size() == 0) {
            return LogContext.empty();
        }
        // A sender that omits keys adds one key beyond the limit. Its value is the number of omitted keys.
        int most = Math.min(keys.size(), limits.maxContextKeys() + 1);
        Object[] pairs = new Object[2 * most];
        int size = 0;
        for (int i = 0; i < most; i++) {
            Object value = message.getObjectProperty(keys.property(i));
            size += keys.key(i).length() + (value instanceof String text ? text.length() : 0);
            if (size > limits.maxContextSize() + SLACK) {
                return truncated(Arrays.copyOf(pairs, 2 * i), keys.size() - i);
            }
            pairs[2 * i] = keys.key(i);
            pairs[2 * i + 1] = value;
        }
        return most == keys.size() ? LogContext.ofPairs(pairs) : truncated(pairs, keys.size() - most);
    }

    private static LogContext truncated(Object[] pairs, int leftOut) {
        return LogContext.ofPairs(pairs).with(TRUNCATED, leftOut);
    }

    private static ContextKeys unlisted(Message message, MessageConfig limits) throws JMSException {
        List<String> properties = new ArrayList<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements() && properties.size() <= limits.maxContextKeys() + 1) {
            String name = (String) names.nextElement();
            if (name.startsWith(WireFormat.CONTEXT_PREFIX)) {
                properties.add(name);
            }
        }
        return ContextKeys.ofProperties(properties);
    }
}
