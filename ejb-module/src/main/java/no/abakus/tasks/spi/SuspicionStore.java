package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what is known of tasks that were running when a server died, for all nodes. Asked of redelivered messages only.
 * Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface SuspicionStore {

    /** What is known of a task. */
    Optional<Suspicion> find(String id);

    /** Keeps this instead of what was known. */
    void put(Suspicion suspicion);

    /** Forgets what was known. */
    void remove(String id);

    /**
     * Deletes what has expired.
     *
     * @return how many were deleted; as many as {@code most} means that there may be more
     */
    int removeExpired(Instant now, int most);
}
