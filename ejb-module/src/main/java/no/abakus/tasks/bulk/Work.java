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
     * @param bulk the operation as it was when its node took it
     * @param position how far the operation has come
     * @param most the maximum number to handle
     */
    Step next(StoredBulk bulk, long position, int most);

    /** Discards all that is remembered of an operation that this node no longer carries out. */
    default void forget(String id) {}
}
