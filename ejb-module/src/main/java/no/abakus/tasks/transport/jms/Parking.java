package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import no.abakus.tasks.spi.Route;

/**
 * Decides which messages go to the queue of delayed tasks instead of the queue that they are worked from. A node parks
 * them from there in the database.
 *
 * @param above a message that is due later than this from now is parked
 * @param sent is told of each of them, so that this node can park it without delay
 */
public record Parking(Duration above, Runnable sent) {

    /** No parking: each message waits in the queue that it is worked from. */
    static final Parking NONE = new Parking(Duration.ofMillis(Long.MAX_VALUE), () -> {});

    /** Parking by any of the nodes, which notice by themselves. */
    public static Parking byNodes(Duration above) {
        return new Parking(above, () -> {});
    }

    boolean takes(long delayMillis) {
        return delayMillis > above.toMillis();
    }

    /** The queue to send it to. Notes in the message which queue it is worked from. */
    String queue(Message message, Route route) throws JMSException {
        message.setStringProperty(WireFormat.QUEUE, route.queue());
        return QueueNames.PARKING;
    }
}
