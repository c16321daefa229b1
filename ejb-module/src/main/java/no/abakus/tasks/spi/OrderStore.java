package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.List;

/**
 * Keeps what operators have ordered until it is withdrawn or has expired, for all nodes and over their restarts. Writes take
 * part in the thread's transaction if there is one. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if what keeps the orders is out of reach.
 */
public interface OrderStore {

    /** Keeps that tasks that match are not to run; one about the same tasks is replaced. */
    void revoke(MatchingRevocation revocation);

    /** Keeps that something is paused; a pause of it that there is stays as it is. */
    void pause(Pause pause);

    /**
     * Ends a pause.
     *
     * @return whether there was one
     */
    boolean resume(Pause.Of of, String name);

    /** All revocations that hold. */
    List<MatchingRevocation> revocations();

    /** All pauses that hold. */
    List<Pause> pauses();

    /**
     * Deletes revocations that have expired.
     *
     * @return how many those were
     */
    int removeExpired(Instant now);
}
