package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOptions;

/**
 * A request for a bulk operation.
 *
 * @param action what to do
 * @param query selects ended tasks, or dead letters; empty if ids select them. A revocation takes only ids
 * @param ids ids of tasks, or of dead letters; empty if a query selects them
 * @param rate how many a second
 * @param reason why, in the operator's words
 * @param user the operator
 * @param requestId the request, if it has an id
 * @param options the options that change when tasks are sent again; each other option stays as it was sent
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

    /** The most ids. */
    public static final int MOST_IDS = 10_000;

    /** The highest rate. */
    public static final int MOST_PER_SECOND = 1_000;

    /** The most characters of a reason. */
    public static final int LONGEST_REASON = 1_000;

    public BulkRequest {
        ids = List.copyOf(ids);
    }

    /** A request that changes no options. */
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

    /** The same request with these ids. */
    public BulkRequest withIds(List<String> selected) {
        return new BulkRequest(action, query, selected, rate, reason, user, requestId, options);
    }
}
