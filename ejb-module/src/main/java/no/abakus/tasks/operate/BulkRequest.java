package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOptions;

/**
 * A request for a bulk operation.
 *
 * @param action what to do
 * @param query the query that selects ended tasks or dead letters; empty if {@code ids} selects them. A revocation
 *     takes only ids
 * @param ids the ids of tasks or dead letters; empty if a query selects them
 * @param rate how many tasks or dead letters to handle per second
 * @param reason the operator's reason
 * @param user the operator
 * @param requestId the id of the operator's request, if it has one
 * @param options the options to change when tasks are sent again; all other options stay as they were
 */
public record BulkRequest(
        BulkAction action,
        Optional<String> query,
        List<String> ids,
        int rate,
        Optional<String> reason,
        String user,
        Optional<String> requestId,
        TaskOptions options) {

    /** The maximum number of ids. */
    public static final int MOST_IDS = 10_000;

    /** The highest rate. */
    public static final int MOST_PER_SECOND = 1_000;

    /** The maximum length of a reason, in characters. */
    public static final int LONGEST_REASON = 1_000;

    public BulkRequest {
        ids = List.copyOf(ids);
    }

    /** Creates a request that changes no options. */
    public BulkRequest(
            BulkAction action,
            Optional<String> query,
            List<String> ids,
            int rate,
            Optional<String> reason,
            String user,
            Optional<String> requestId) {
        this(action, query, ids, rate, reason, user, requestId, TaskOptions.empty());
    }

    /** Returns this request with these ids instead. */
    public BulkRequest withIds(List<String> selected) {
        return new BulkRequest(action, query, selected, rate, reason, user, requestId, options);
    }
}
