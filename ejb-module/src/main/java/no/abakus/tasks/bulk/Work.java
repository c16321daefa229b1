package no.abakus.tasks.bulk;

import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.port.StoredBulk;

/** One kind of bulk operation. */
interface Work {

    /** Counts what the request selects. */
    Selected select(BulkRequest request, java.time.Instant now);

    /**
     * Handles the next ones.
     *
     * @param bulk the operation as it was when its node took it
     * @param position how far it is
     * @param most the most to handle
     */
    Step next(StoredBulk bulk, long position, int most);

    /** Forgets what it remembers of an operation that this node does not carry out any more. */
    default void forget(String id) {}
}
