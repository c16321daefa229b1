package no.abakus.tasks.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.spi.Claim;

/**
 * Stores, for all nodes, which executions have started and which runs of nodes are alive. All writes take part in the
 * thread's transaction if there is one. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface ClaimStore {

    /**
     * Records that an execution starts, unless one with the same key has started before.
     *
     * @return the existing claim; empty if the caller's claim was stored
     */
    Optional<Claim> claim(Claim claim);

    /** Records that the outcome of an execution is stored; has no effect if there is no claim. */
    void end(ClaimKey key);

    /**
     * Records that the outcome of an execution is stored and is a rejection. Has no effect if there is no claim, or if
     * it has ended.
     *
     * @param mark takes the place of the claim's run, at most 64 characters
     */
    void reject(ClaimKey key, String mark);

    /** Deletes a claim, so that the execution may begin again. */
    void release(ClaimKey key);

    /**
     * The claims of acknowledged executions that have no outcome because their run is dead. Omits the claims of
     * {@code run} itself.
     */
    List<Claim> lost(String run, Duration patience, int most);

    /**
     * Records that a run is alive now.
     *
     * @param node the name of its node
     */
    void beat(String node, String run);

    /** Whether the run has reported within this time, by the store's clock. */
    boolean isAlive(String run, Duration patience);

    /** Another run with this node name that has reported within this time, by the store's clock. */
    Optional<String> otherRun(String node, String run, Duration patience);

    /** Records that a run is dead. */
    void bury(String run);

    /**
     * Deletes expired claims, and the signs of life of runs that have been silent for a day.
     *
     * @return how many claims were deleted; if the number equals {@code most}, there may be more
     */
    int removeExpired(Instant now, int most);
}
