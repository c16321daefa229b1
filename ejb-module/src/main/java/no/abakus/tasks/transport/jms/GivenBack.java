package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.TaskClock;

/**
 * Sends messages back to their queue, to be redelivered with increasing delays. By default, brokers redeliver a message
 * immediately, and give it up after a few attempts. During an outage, a message is sent back for as long as the outage
 * lasts. Otherwise, it is sent back only a limited number of times.
 */
final class GivenBack {

    private static final long FIRST_MILLIS = 500;

    /** The longest delay. It is short enough that tasks run again soon after an outage. */
    private static final long LONGEST_MILLIS = 5_000;

    private static final int MOST_DOUBLINGS = 4;

    /** How often a message may be returned if the failure affects only this message. */
    static final int MOST_ALONE = 20;

    private final ConnectionFactory connections;
    private final TaskClock clock;
    private final Predicate<OperationalException> outage;
    private final Seals seals;

    /**
     * Creates an object that sends messages back over these connections.
     *
     * @param outage tests whether a failure affects all messages now, so that the message itself is not the cause
     * @param seals the seals of the nodes
     */
    GivenBack(ConnectionFactory connections, TaskClock clock, Predicate<OperationalException> outage, Seals seals) {
        this.connections = connections;
        this.clock = clock;
        this.outage = outage;
        this.seals = seals;
    }

    /**
     * Sends the message to its queue for another node, because this node accepts no tasks now. This does not count as a
     * return. Afterwards, the message may be acknowledged.
     */
    void handOn(Message message) throws JMSException {
        add(message, Map.of());
        send(message, LONGEST_MILLIS);
    }

    /**
     * Sends the message to its queue once more. Afterwards, the message may be acknowledged.
     *
     * @return false if there is no outage and the message has no returns left; then nothing is sent
     */
    boolean giveBack(Message message, OperationalException why) throws JMSException {
        int times = count(message, WireFormat.RETURNS);
        int away = count(message, WireFormat.RETURNS_AWAY);
        int alone = count(message, WireFormat.RETURNS_ALONE);
        if (outage.test(why)) {
            add(message, Map.of(WireFormat.RETURNS_AWAY, away + 1, WireFormat.PLAIN, false));
        } else if (alone < MOST_ALONE) {
            add(
                    message,
                    Map.of(
                            WireFormat.RETURNS,
                            times + 1,
                            WireFormat.RETURNS_ALONE,
                            alone + 1,
                            WireFormat.PLAIN,
                            false));
        } else {
            return false;
        }
        send(message, delay(times + away));
        return true;
    }

    private void add(Message message, Map<String, ?> added) throws JMSException {
        Map<String, Object> all = new HashMap<>(ForeignContext.kept(message, seals));
        all.putAll(added);
        AddedProperties.add(message, all);
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

    private static int count(Message message, String property) throws JMSException {
        return message.getObjectProperty(property) instanceof Integer said ? Math.max(0, said) : 0;
    }

    private static long delay(int times) {
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(Math.max(times, 0), MOST_DOUBLINGS));
    }
}
