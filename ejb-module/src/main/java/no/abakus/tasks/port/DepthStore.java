package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.QueueDepth;

/**
 * Stores the numbers of messages and listeners of queues over time. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface DepthStore {

    /** Whether a node has stored the numbers of this minute. */
    boolean has(Instant minute);

    /** Stores the numbers of a minute, unless another node has done so in the meantime. */
    void add(List<QueueDepth> depths);

    /** The numbers from one instant (inclusive) to another (exclusive), oldest first. */
    List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue);

    /** The minutes from one instant (inclusive) to another (exclusive) that have numbers, oldest first. */
    List<Instant> minutes(Instant from, Instant to);

    /** Deletes numbers before this instant; returns how many. */
    int removeDepths(Instant before);
}
