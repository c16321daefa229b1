package no.abakus.bench.deployed;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The shape of our messages: type, priority and properties, copied from a message at the broker. The hand-written
 * sender gives its messages the same type, priority and properties, so that the hand-written code does the same work
 * with them as the task system.
 *
 * @param type the JMSType
 * @param priority the JMS priority
 * @param properties the properties with their values, without those whose names begin with JMS
 */
record BareMessage(String type, int priority, Map<String, Object> properties) {

    static final String ID = "abakus_id";
    private static final String ROOT_ID = "abakus_root_id";

    static BareMessage like(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMS")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return new BareMessage(message.getJMSType(), message.getJMSPriority(), properties);
    }

    /** Returns a new message of this shape with the given id and body. */
    Message create(JMSContext jms, String id, String body) throws JMSException {
        Message message = jms.createTextMessage(body);
        message.setJMSType(type);
        message.setJMSCorrelationID(id);
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty(ID, id);
        message.setStringProperty(ROOT_ID, id);
        return message;
    }
}
