package no.abakus.tasks.port;

import java.util.List;
import no.abakus.tasks.operate.BulkOperation;

/**
 * A bulk operation as it is stored.
 *
 * @param operation the operation
 * @param ids the ids of its items; empty if a query selects the items
 * @param position how far the operation has got: the number of ids, or the smallest history key reached
 */
public record StoredBulk(BulkOperation operation, List<String> ids, long position) {

    public StoredBulk {
        ids = List.copyOf(ids);
    }
}
