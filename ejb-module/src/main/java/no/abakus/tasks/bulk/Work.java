package no.abakus.tasks.bulk;

import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.port.StoredBulk;

/** One kind of bulk operation. */
interface Work {

    /** Counts what the request selects. */
    Selected select(BulkRequest request, java.time.Instant now);

    /**
     * Handles the next tasks or dead letters.
     *
     * @param bulk the operation as it was when this node took it over
     * @param position the position at which this step begins
     * @param most the maximum number to handle
     */
    Step next(StoredBulk bulk, long position, int most);

    /** Discards what is kept in memory for an operation that no longer runs. */
    default void forget(String id) {}
}
