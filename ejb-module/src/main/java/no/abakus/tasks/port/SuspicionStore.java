package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Stores crash records of tasks for all nodes. Queried only for redelivered messages. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface SuspicionStore {

    /** The crash record of a task. */
    Optional<Suspicion> find(String id);

    /** Stores the record, replacing an earlier record of the task. */
    void put(Suspicion suspicion);

    /** Deletes the record of a task. */
    void remove(String id);

    /**
     * Deletes expired records.
     *
     * @return how many were deleted; if it equals {@code most}, there may be more
     */
    int removeExpired(Instant now, int most);
}
