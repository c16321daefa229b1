package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.spi.Pause;

/**
 * Stores revocations and pauses for all nodes, across restarts, until they are withdrawn or expire. Writes take part in
 * the thread's transaction if there is one. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface OrderStore {

    /** Records that the task with this id must not run. A later revocation of the same id replaces this one. */
    void revoke(Revocation revocation);

    /** Revocations by id since this instant, by the clock of the node that recorded them. */
    List<Revocation> revokedIdsSince(Instant at);

    /** Records that matching tasks must not run. A later revocation with the same match replaces this one. */
    void revoke(MatchingRevocation revocation);

    /** All revocations that select tasks by name, header or log context. */
    List<MatchingRevocation> revocations();

    /** Records a pause. An existing pause of the same queue or task is not changed. */
    void pause(Pause pause);

    /**
     * Ends a pause.
     *
     * @return whether there was a pause
     */
    boolean resume(Pause.Of of, String name);

    /** All current pauses. */
    List<Pause> pauses();

    /**
     * Deletes expired revocations.
     *
     * @param most the maximum number of revocations by id to delete, so that transactions stay small
     * @return how many were deleted; if it is {@code most} or more, there may be more
     */
    int removeExpired(Instant now, int most);
}
