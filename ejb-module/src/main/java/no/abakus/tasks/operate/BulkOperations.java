package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/**
 * Operations on many tasks or dead letters. A preview counts these items. The operation then handles the counted items
 * at a limited rate. If the node that carries an operation out dies, another node continues the operation. Inject it
 * into any bean. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the database cannot be reached.
 */
public interface BulkOperations {

    /**
     * Counts what an operation would handle. Nothing else happens until the operation is started. If no history is
     * kept, throws {@link no.abakus.tasks.OperationalException} for an action that
     * {@linkplain BulkAction#needsHistory() needs one}.
     *
     * @throws InvalidQueryException if the query cannot be parsed
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

    /**
     * Makes this node look for operations that it can continue, even if no history is kept. If a history is kept, this
     * node always looks. A console calls this method when it starts, because operations are started there. The default
     * implementation is for tests, and does nothing.
     */
    default void carryOnWithoutHistory() {}
}
