package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.spi.Pause;

/**
 * Stores operators' orders for all nodes, across restarts, until they are withdrawn or expire. Writes take part in the
 * thread's transaction if there is one. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store is out of reach.
 */
public interface OrderStore {

    /** Records that the task of this id must not run. A later order about the same id replaces this one. */
    void revoke(Revocation revocation);

    /** Revocations by id, from this instant on, by the clock of the node that gave the order. */
    List<Revocation> revokedIdsSince(Instant at);

    /** Records that tasks that match must not run. A later order about the same tasks replaces this one. */
    void revoke(MatchingRevocation revocation);

    /** All revocations of tasks that match. */
    List<MatchingRevocation> revocations();

    /** Keeps that something is paused; a pause of it that there is stays as it is. */
    void pause(Pause pause);

    /**
     * Ends a pause.
     *
     * @return whether there was one
     */
    boolean resume(Pause.Of of, String name);

    /** All pauses that hold. */
    List<Pause> pauses();

    /**
     * Deletes expired revocations.
     *
     * @param most how many of those by id at most, so that no transaction grows large
     * @return how many were deleted; as many as {@code most} or more means that there may be more
     */
    int removeExpired(Instant now, int most);
}
