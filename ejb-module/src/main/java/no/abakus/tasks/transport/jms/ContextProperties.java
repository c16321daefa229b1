package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
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
        StringBuilder keys = new StringBuilder(128);
        String separator = "";
        for (Map.Entry<String, Object> entry : context.toMap().entrySet()) {
            String name = PropertyName.of(entry.getKey());
            keys.append(separator).append(name, WireFormat.CONTEXT_PREFIX.length(), name.length());
            separator = " ";
            writeValue(message, name, entry.getValue());
        }
        message.setStringProperty(WireFormat.CONTEXT_KEYS, keys.toString());
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
        String keys = message.getStringProperty(WireFormat.CONTEXT_KEYS);
        Map<String, Object> values = new LinkedHashMap<>();
        if (keys != null) {
            for (String escaped : keys.split(" ", -1)) {
                values.put(PropertyName.key(escaped), message.getObjectProperty(WireFormat.CONTEXT_PREFIX + escaped));
            }
        } else {
            readUnlisted(message, values);
        }
        return values.isEmpty() ? LogContext.empty() : LogContext.of(values);
    }

    private static void readUnlisted(Message message, Map<String, Object> values) throws JMSException {
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            if (name.startsWith(WireFormat.CONTEXT_PREFIX)) {
                String escaped = name.substring(WireFormat.CONTEXT_PREFIX.length());
                values.put(PropertyName.key(escaped), message.getObjectProperty(name));
            }
        }
    }
}
