package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores bulk operations of all nodes. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface BulkStore {

    /** Stores a preview. */
    void add(StoredBulk bulk);

    /** The operation with this id. */
    Optional<StoredBulk> find(String id);

    /** The ids of the running operations. */
    List<String> running();

    /** Starts a preview; returns false if the preview has expired, or if the operation is no longer a preview. */
    boolean start(String id, Instant now);

    /** Ends a running operation, as stopped or as done; returns false if the operation is not running. */
    boolean end(String id, boolean isDone, Instant now);

    /**
     * Takes a running operation that no other node has, or whose node has been silent for too long.
     *
     * @param until the time until which this node holds the operation if it does not report again
     * @return whether this node has the operation now
     */
    boolean lease(String id, String node, Instant now, Instant until);

    /**
     * Stores this node's progress, and extends its hold on the operation.
     *
     * @return whether the operation is still running, and this node still has it
     */
    boolean progress(String id, String node, long position, long done, Map<String, Long> refused, Instant until);

    /** Deletes operations that ended before an instant, and previews that expired before another. */
    int removeBulks(Instant endedBefore, Instant expiredBefore);
}
