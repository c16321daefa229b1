package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads how many messages and listeners the queues had over the last 30 days, minute by minute. Inject it into any
 * bean. Thread-safe.
 */
public interface QueueDepths {

    /**
     * Returns the numbers from one instant (inclusive) to another (exclusive), the oldest first.
     *
     * @param queue the queue; empty for all
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue);

    /**
     * Returns the minutes from one instant (inclusive) to another (exclusive) in which a node looked at the queues, the
     * oldest first. A node that looks at the queues also counts the executions that end. So if no ended
     * execution was counted in such a minute, none ended.
     *
     * @throws no.abakus.tasks.OperationalException if the database cannot be reached
     */
    default List<Instant> minutes(Instant from, Instant to) {
        return depths(from, to, Optional.empty()).stream()
                .map(QueueDepth::at)
                .distinct()
                .toList();
    }

    /**
     * Returns the numbers that the nodes of another application keep in the same database.
     *
     * @param application the application's name; if there is no such application, the returned object has no numbers
     * @throws UnsupportedOperationException if only the numbers of the calling application can be read
     */
    default QueueDepths of(String application) {
        throw new UnsupportedOperationException("Only the numbers of the application's own queues are known here");
    }
}
