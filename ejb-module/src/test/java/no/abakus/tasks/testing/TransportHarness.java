package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.TaskMessage;

/** What {@link TransportContract} needs of a transport and the broker behind it. */
public interface TransportHarness {

    /** The transport, over a broker that works. */
    Transport transport();

    /** The same kind of transport, over a broker that is not there. */
    Transport unreachable();

    /** The time by which messages fall due. */
    Instant now();

    /**
     * Waits for the next message of the queue, if necessary until it is due, and has it handled. An exception of the
     * handler is rethrown after the message was returned to the broker.
     *
     * @return whether there was one
     */
    boolean deliverNext(String queue, DeliveryHandler handler);

    /** As {@link #deliverNext}, but without waiting. */
    boolean deliverWhatIsThere(String queue, DeliveryHandler handler);

    /** The messages that were moved to the dead letters, the first one first. */
    List<TaskMessage> deadLetters();
}
