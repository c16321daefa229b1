package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds properties to a received message, which can then be sent on otherwise unchanged. */
final class AddedProperties {

    private AddedProperties() {}

    /**
     * Clears and rewrites all properties, because a received message's properties are read-only until cleared. The body
     * stays.
     */
    static void add(Message message, Map<String, ?> added) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            properties.put(name, message.getObjectProperty(name));
        }
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (!property.getKey().startsWith("JMS")) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
        }
        for (Map.Entry<String, ?> property : added.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }
}
