package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Restores a dead letter to its state before the rejection: removes the reason and the counts of earlier returns. */
final class RestoredMessage {

    private RestoredMessage() {}

    static void revive(Message message) throws JMSException {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMS") && !name.startsWith("abakus_dead_") && !name.startsWith("abakus_return")) {
                kept.put(name, message.getObjectProperty(name));
            }
        }
        message.clearProperties();
        for (Map.Entry<String, Object> property : kept.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }
}
