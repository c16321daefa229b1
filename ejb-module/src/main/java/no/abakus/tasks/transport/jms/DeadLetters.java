package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Rejection;

/**
 * Moves rejected messages to the dead-letter queue. The body stays unchanged, and the reason is added to the
 * properties.
 */
final class DeadLetters {

    private static final int MAX_DETAIL = 4_000;

    /**
     * A count of this size or more is ignored. No operator resends a message so often, and the number is far below the
     * largest integer.
     */
    private static final int MOST_DEATHS = 1_000_000;

    private final ConnectionFactory connections;
    private final String queue;
    private final TaskClock clock;
    private final String node;

    DeadLetters(ConnectionFactory connections, String queue, TaskClock clock, String node) {
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

    private void addReason(Message message, String fromQueue, Rejection rejection) throws JMSException {
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put(WireFormat.DEAD_REASON, rejection.reason().code());
        reason.put(WireFormat.DEAD_DETAIL, cut(rejection.detail()));
        reason.put(WireFormat.DEAD_QUEUE, fromQueue);
        reason.put(WireFormat.DEAD_AT, clock.now().toString());
        reason.put(WireFormat.DEAD_NODE, node);
        reason.put(WireFormat.DEATHS, deaths(message) + 1);
        reason.put(WireFormat.PLAIN, false);
        AddedProperties.add(message, reason);
    }

    /** How often the message has become a dead letter; 0 if another sender wrote something that is not a count. */
    private static int deaths(Message message) throws JMSException {
        Object said = message.getObjectProperty(WireFormat.DEATHS);
        return said instanceof Integer times && times > 0 && times < MOST_DEATHS ? times : 0;
    }

    private static String cut(String detail) {
        if (detail.length() <= MAX_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
        return detail.substring(0, end) + "…";
    }
}
