package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the numbers of queues over the last 30 days, minute by minute. Inject it into any bean. Thread-safe. */
public interface QueueDepths {

    /**
     * Returns the numbers from one instant (inclusive) to another (exclusive), the oldest first.
     *
     * @param queue the queue; empty for all
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue);
}
