package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps which executions have begun, for all nodes, and which runs of nodes are alive. All writes take part in the thread's
 * transaction if there is one. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface ClaimStore {

    /**
     * Keeps that an execution begins, unless one of the same task and number has begun before.
     *
     * @return the claim that was there before; empty if the caller's is kept now
     */
    Optional<Claim> claim(Claim claim);

    /** Notes that the outcome of an execution is kept; of no effect where there is no claim. */
    void end(String id, int execution);

    /** Forgets a claim, so that the execution may begin once more. */
    void release(String id, int execution);

    /** The claims of acknowledged executions without an outcome whose run is neither this one nor alive. */
    List<Claim> lost(String run, Duration patience, int most);

    /**
     * Says that a run is alive now.
     *
     * @param node the name of its node
     */
    void beat(String node, String run);

    /** Whether that run has said so within this time, by the store's own clock. */
    boolean isAlive(String run, Duration patience);

    /** Says that a run is dead. */
    void bury(String run);

    /**
     * Deletes claims that have expired.
     *
     * @return how many were deleted; as many as {@code most} means that there may be more
     */
    int removeExpired(Instant now, int most);
}
