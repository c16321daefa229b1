package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/**
 * Operations on many tasks or dead letters. A preview counts them. The operation then handles the ones that were
 * counted, at a limited rate. If the node that carries it out dies, another node continues. Inject it into any bean.
 * Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the database cannot be reached, or no history
 * is kept.
 */
public interface BulkOperations {

    /**
     * Counts what an operation would handle. Nothing happens until it is started.
     *
     * @throws InvalidQueryException if the query cannot be understood
     */
    BulkOperation preview(BulkRequest request);

    /** Starts an operation that was counted in the last ten minutes. */
    BulkStart start(String id);

    /** Stops an operation; empty if there is no such operation. */
    Optional<BulkOperation> stop(String id);

    /** The operation with this id; empty if there is no such operation. */
    Optional<BulkOperation> find(String id);

    /** The running operations. */
    List<BulkOperation> running();
}
