package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.TaskControl;

/** Finds the tasks to revoke: those that a query selects among the tasks that have not ended. */
public final class TasksToRevoke {

    /** Longer than for a list, because an operator who revokes tasks wants all of them. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private TasksToRevoke() {}

    /**
     * Tasks that were found.
     *
     * @param ids their ids
     * @param isComplete whether these are all; only the first tasks of the queues are looked at, and not for long
     */
    public record Found(List<String> ids, boolean isComplete) {}

    /**
     * Returns the tasks.
     *
     * @param now the instant that ages are counted from
     * @throws InvalidQueryException if the query cannot be parsed or selects ended tasks
     */
    public static Found of(TaskControl control, String q, Instant now) {
        HistoryQuery query = Given.query(q, now);
        if (query.source() == HistoryQuery.Source.HISTORY) {
            throw new InvalidQueryException(
                    HistoryQuery.positionOfState(q),
                    "Only tasks that have not ended can be revoked; add state:waiting, state:delayed or state:running");
        }
        CurrentTasks.Found found = new CurrentTasks(control).select(query, LONGEST);
        List<String> ids =
                found.items().stream().map(ExecutionView::taskId).distinct().toList();
        return new Found(
                ids.stream().limit(BulkRequest.MOST_IDS).toList(),
                found.complete() && ids.size() <= BulkRequest.MOST_IDS);
    }
}
