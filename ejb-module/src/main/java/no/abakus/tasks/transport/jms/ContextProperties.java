package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import no.abakus.logging.LogContext;

/**
 * The log context as message properties, one per key and typed, so that any JMS console can show and select them.
 */
final class ContextProperties {

    private ContextProperties() {}

    static void write(LogContext context, Message message) throws JMSException {
        if (context.isEmpty()) {
            return;
        }
        // Many tasks are sent in one context; how its keys are spelled as properties is found out once.
        ContextKeys keys = context.derived(ContextKeys.class, ContextKeys::of);
        for (int i = 0; i < keys.size(); i++) {
            writeValue(message, keys.property(i), context.get(keys.key(i)));
        }
        message.setStringProperty(WireFormat.CONTEXT_KEYS, keys.listed());
    }

    private static void writeValue(Message message, String name, Object value) throws JMSException {
        if (value instanceof String text) {
            message.setStringProperty(name, text);
        } else if (value != null) {
            message.setObjectProperty(name, value);
        }
    }

    /** The context of a message; of a stranger's message without the list of keys, in whatever order the broker has. */
    static LogContext read(Message message) throws JMSException {
        String listed = message.getStringProperty(WireFormat.CONTEXT_KEYS);
        return values(listed == null ? unlisted(message) : ContextKeys.parse(listed), message);
    }

    /** The context of a message that lists its keys if it has any. */
    static LogContext readListed(Message message) throws JMSException {
        String listed = message.getStringProperty(WireFormat.CONTEXT_KEYS);
        return listed == null ? LogContext.empty() : values(ContextKeys.parse(listed), message);
    }

    private static LogContext values(ContextKeys keys, Message message) throws JMSException {
        if (keys.size() == 0) {
            return LogContext.empty();
        }
        Object[] pairs = new Object[2 * keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            pairs[2 * i] = keys.key(i);
            pairs[2 * i + 1] = message.getObjectProperty(keys.property(i));
        }
        return LogContext.ofPairs(pairs);
    }

    private static ContextKeys unlisted(Message message) throws JMSException {
        List<String> properties = new ArrayList<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (name.startsWith(WireFormat.CONTEXT_PREFIX)) {
                properties.add(name);
            }
        }
        return ContextKeys.ofProperties(properties);
    }
}
