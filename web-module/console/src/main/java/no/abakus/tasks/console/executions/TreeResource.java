package no.abakus.tasks.console.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TextPattern;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** The family of a task: all tasks that descend from the same first task. */
@RequestScoped
@Path("executions/{id}/tree")
@Produces(MediaType.APPLICATION_JSON)
public class TreeResource {

    private static final ProblemType NOT_FOUND =
            new ProblemType("execution-not-found", 404, "Nothing is known of the task");

    @Inject
    TaskHistory history;

    @GET
    @ApiCall(
            value = "Returns the ended tasks of a task's family, in the order in which they first ended.",
            problems = {"bad-id", "execution-not-found", "history-unavailable"})
    public Tree tree(@PathParam("id") String id) {
        TaskIds.checked(id);
        List<EndedTask> executions = Given.reached(() -> history.executions(id));
        // A task that has not ended may have children that have ended. Such a task counts as the first task, because
        // its own first task is not recorded yet.
        String root = executions.isEmpty() ? id : executions.get(0).rootId();
        HistoryQuery family =
                HistoryQuery.ALL.and(new HistoryQuery.Text(HistoryField.ROOT, false, List.of(new TextPattern(root))));
        HistoryPage page = Given.reached(() -> history.page(family, OptionalLong.empty(), TaskHistory.MOST));
        if (page.items().isEmpty()) {
            throw new ProblemException(NOT_FOUND, "Nothing is known of task '" + id + "' or of tasks that it has sent");
        }
        return new Tree(
                root,
                lastExecutions(page.items()).stream().map(ExecutionView::of).toList(),
                page.next().isEmpty(),
                SourcesView.of(page.origin(), page.total()));
    }

    /** Returns the last execution of each task, in the order in which the tasks ended for the first time. */
    private static Collection<EndedTask> lastExecutions(List<EndedTask> latestFirst) {
        List<EndedTask> oldestFirst = new ArrayList<>(latestFirst);
        Collections.reverse(oldestFirst);
        Map<String, EndedTask> last = new LinkedHashMap<>();
        oldestFirst.forEach(task -> last.put(task.taskId(), task));
        return last.values();
    }

    /**
     * A family of tasks: all that descend from the same first task.
     *
     * @param rootId the id of the first task
     * @param items the tasks; {@code parent_id} says which task sent which
     * @param complete whether these are all that the history has
     * @param sources where the tasks were looked for
     */
    record Tree(String rootId, List<ExecutionView> items, boolean complete, SourcesView sources) {}
}
