package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The numbers of queues over the last 30 days, minute by minute. Inject it into any bean. Thread-safe. */
public interface QueueDepths {

    /**
     * The numbers from one instant (inclusive) to another (exclusive), oldest first.
     *
     * @param queue the queue; empty for all
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue);
}
