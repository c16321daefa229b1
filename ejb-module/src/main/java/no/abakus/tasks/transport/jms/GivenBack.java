package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import no.abakus.tasks.config.TaskClock;

/**
 * Gives messages back to their queue, to come again a little later, each time later: brokers that are told nothing deliver
 * again at once, over and over, and soon move the message aside.
 */
public final class GivenBack {

    private static final long FIRST_MILLIS = 500;

    /** What was away is back some time, and nobody is to wait long for that to be noticed. */
    private static final long LONGEST_MILLIS = 5_000;

    private static final int MOST_DOUBLINGS = 4;

    private final ConnectionFactory connections;
    private final TaskClock clock;

    public GivenBack(ConnectionFactory connections, TaskClock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Sends the message to its queue for another node, since this one takes none now; that does not count as a return. When this
     * returns, it may be acknowledged.
     */
    void handOn(Message message) throws JMSException {
        AddedProperties.add(message, Map.of());
        send(message, LONGEST_MILLIS);
    }

    /** Sends the message to its queue once more; when this returns, it may be acknowledged. */
    void giveBack(Message message) throws JMSException {
        int times = message.getObjectProperty(WireFormat.RETURNS) instanceof Integer said ? said : 0;
        AddedProperties.add(message, Map.of(WireFormat.RETURNS, times + 1, WireFormat.PLAIN, false));
        send(message, delay(times));
    }

    private void send(Message message, long delayMillis) throws JMSException {
        long expiration = message.getJMSExpiration();
        long now = clock.now().toEpochMilli();
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer()
                    .setPriority(message.getJMSPriority())
                    .setDeliveryMode(message.getJMSDeliveryMode())
                    .setTimeToLive(expiration == 0 ? 0 : Math.max(1, expiration - now))
                    .setDeliveryDelay(delayMillis)
                    .send(message.getJMSDestination(), message);
        }
    }

    private static long delay(int times) {
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(Math.max(times, 0), MOST_DOUBLINGS));
    }
}
