package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import no.abakus.tasks.spi.Route;

/**
 * Decides which messages go to the queue of delayed tasks instead of their own queue. From there, a node parks them in
 * the database.
 *
 * @param above messages with a longer delay than this are parked
 * @param sent runs after each send to the queue of delayed tasks, so that this node can park the message soon
 */
public record Parking(Duration above, Runnable sent) {

    /** Parks no messages, so that each waits in its own queue. */
    static final Parking NONE = new Parking(Duration.ofMillis(Long.MAX_VALUE), () -> {});

    /** Parking by any node. Nodes are not notified, because they check the queue regularly. */
    public static Parking byNodes(Duration above) {
        return new Parking(above, () -> {});
    }

    boolean takes(long delayMillis) {
        return delayMillis > above.toMillis();
    }

    /** Returns the queue to send the message to, and records the message's own queue in a property. */
    String queue(Message message, Route route) throws JMSException {
        message.setStringProperty(WireFormat.QUEUE, route.queue());
        return QueueNames.PARKING;
    }
}
