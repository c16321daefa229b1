package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Rejection;

/** Moves messages that cannot be read to the dead-letter queue: body and properties as they were, and why. */
public final class DeadLetters {

    private static final int MAX_DETAIL = 1000;

    private final ConnectionFactory connections;
    private final String queue;
    private final TaskClock clock;
    private final String node;

    public DeadLetters(ConnectionFactory connections, String queue, TaskClock clock, String node) {
        this.connections = connections;
        this.queue = queue;
        this.clock = clock;
        this.node = node;
    }

    void move(Message message, String fromQueue, Rejection rejection) throws JMSException {
        addReason(message, fromQueue, rejection);
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer().setPriority(message.getJMSPriority()).send(jms.createQueue(queue), message);
        }
    }

    /** A received message's properties are read-only until they are cleared; its body stays as it is. */
    private void addReason(Message message, String fromQueue, Rejection rejection) throws JMSException {
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
        message.setStringProperty(WireFormat.DEAD_REASON, rejection.reason().code());
        message.setStringProperty(WireFormat.DEAD_DETAIL, cut(rejection.detail()));
        message.setStringProperty(WireFormat.DEAD_QUEUE, fromQueue);
        message.setStringProperty(WireFormat.DEAD_AT, clock.now().toString());
        message.setStringProperty(WireFormat.DEAD_NODE, node);
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }
}
