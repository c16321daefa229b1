package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import no.abakus.tasks.spi.Route;

/**
 * Which messages are sent to the queue of delayed tasks, from which a node parks them in the database, instead of the queue that
 * they are worked from.
 *
 * @param above those that are due later than this from now
 * @param sent is told of each of them, so that this node may park it without delay
 */
public record Parking(Duration above, Runnable sent) {

    /** None: each waits in the queue that it is worked from. */
    static final Parking NONE = new Parking(Duration.ofMillis(Long.MAX_VALUE), () -> {});

    /** Parking by any of the nodes, which notice by themselves. */
    public static Parking byNodes(Duration above) {
        return new Parking(above, () -> {});
    }

    boolean takes(long delayMillis) {
        return delayMillis > above.toMillis();
    }

    /** The queue to send it to; and the message says which one it is worked from. */
    String queue(Message message, Route route) throws JMSException {
        message.setStringProperty(WireFormat.QUEUE, route.queue());
        return QueueNames.PARKING;
    }
}
