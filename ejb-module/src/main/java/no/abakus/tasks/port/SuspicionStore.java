package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Stores, for all nodes, what is known about tasks that were running when a server died. Queried for redelivered
 * messages only. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface SuspicionStore {

    /** What is known about a task. */
    Optional<Suspicion> find(String id);

    /** Stores this, replacing what was known. */
    void put(Suspicion suspicion);

    /** Deletes what was known. */
    void remove(String id);

    /**
     * Deletes what has expired.
     *
     * @return how many were deleted; if it equals {@code most}, there may be more
     */
    int removeExpired(Instant now, int most);
}
