package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;

/**
 * Gives messages back to their queue, to be delivered again with increasing delay. Brokers by default redeliver
 * immediately, over and over, and soon move the message aside. During an outage, a message is given back for as long as
 * that lasts; without one, only a limited number of times.
 */
public final class GivenBack {

    private static final long FIRST_MILLIS = 500;

    /** After an outage, nobody should have to wait long for its end to be noticed. */
    private static final long LONGEST_MILLIS = 5_000;

    private static final int MOST_DOUBLINGS = 4;

    /** How often a message may come again if only something that it alone needs is unavailable. */
    static final int MOST_ALONE = 20;

    private final ConnectionFactory connections;
    private final TaskClock clock;
    private final Predicate<OperationalException> outage;

    /**
     * Gives messages back over these connections.
     *
     * @param outage whether this failure now affects all messages, so that no single message is to blame
     */
    public GivenBack(ConnectionFactory connections, TaskClock clock, Predicate<OperationalException> outage) {
        this.connections = connections;
        this.clock = clock;
        this.outage = outage;
    }

    /**
     * Sends the message to its queue for another node because this one takes none now; this does not count as a return.
     * After this returns, the message may be acknowledged.
     */
    void handOn(Message message) throws JMSException {
        AddedProperties.add(message, Map.of());
        send(message, LONGEST_MILLIS);
    }

    /**
     * Sends the message to its queue once more; after this returns, the message may be acknowledged.
     *
     * @return false, with nothing sent, if it has come again as often as it may without an outage
     */
    boolean giveBack(Message message, OperationalException why) throws JMSException {
        int times = count(message, WireFormat.RETURNS);
        int away = count(message, WireFormat.RETURNS_AWAY);
        int alone = count(message, WireFormat.RETURNS_ALONE);
        if (outage.test(why)) {
            AddedProperties.add(message, Map.of(WireFormat.RETURNS_AWAY, away + 1, WireFormat.PLAIN, false));
        } else if (alone < MOST_ALONE) {
            AddedProperties.add(
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
