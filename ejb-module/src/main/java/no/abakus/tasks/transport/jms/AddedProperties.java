package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds properties to a received message, so that it can be forwarded without any other change. */
final class AddedProperties {

    private AddedProperties() {}

    /**
     * Clears and rewrites all properties, because a received message's properties are read-only until cleared. The body
     * stays.
     *
     * <p>Leaves out properties that only clients of another protocol can set, such as those with a hyphen in their
     * names. It is more important that the message itself arrives.
     */
    static void add(Message message, Map<String, ?> added) throws JMSException {
        Map<String, Object> properties = settable(message);
        properties.putAll(added);
        replace(message, properties);
    }

    /**
     * The properties that can be set on a message to be sent. The message group is one of them, although its name
     * begins with {@code JMS}.
     */
    static Map<String, Object> settable(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMS") && PropertyName.isJms(name)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        Object group = message.getObjectProperty(WireFormat.GROUP);
        if (group != null) {
            properties.put(WireFormat.GROUP, group);
        }
        return properties;
    }

    /** Replaces all properties of the message. */
    static void replace(Message message, Map<String, ?> properties) throws JMSException {
        message.clearProperties();
        for (Map.Entry<String, ?> property : properties.entrySet()) {
            try {
                message.setObjectProperty(property.getKey(), property.getValue());
            } catch (MessageFormatException otherProtocol) {
                // The property is left out, because JMS has no property of this type.
            }
        }
    }
}
