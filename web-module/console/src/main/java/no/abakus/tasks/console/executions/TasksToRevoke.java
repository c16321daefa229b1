package no.abakus.tasks.console.executions;

import java.util.List;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.TaskControl;

/** The tasks that a query selects among those that have not ended. */
public final class TasksToRevoke {

    private TasksToRevoke() {}

    /**
     * Returns their ids.
     *
     * @throws InvalidQueryException if the query selects ended tasks
     */
    public static List<String> ids(TaskControl control, HistoryQuery query) {
        if (query.source() == HistoryQuery.Source.HISTORY) {
            throw new InvalidQueryException(
                    0,
                    "Only tasks that have not ended are revoked; select them with state:waiting, delayed or running");
        }
        CurrentTasks current = new CurrentTasks(control);
        CurrentTasks.Found found =
                query.source() == HistoryQuery.Source.NODES ? current.running(query) : current.atBroker(query);
        return found.items().stream()
                .map(ExecutionView::taskId)
                .distinct()
                .limit(BulkRequest.MOST_IDS)
                .toList();
    }
}
