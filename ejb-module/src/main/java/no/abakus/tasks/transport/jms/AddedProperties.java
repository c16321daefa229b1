package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds properties to a received message before it is sent on otherwise unchanged. */
final class AddedProperties {

    private AddedProperties() {}

    /** A received message's properties are read-only until they are cleared; its body stays as it is. */
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
