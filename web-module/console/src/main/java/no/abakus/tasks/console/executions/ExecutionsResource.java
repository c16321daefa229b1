package no.abakus.tasks.console.executions;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.call.CallBody;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.control.NodesProgress;
import no.abakus.tasks.console.control.ProgressView;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryOrigin;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.KeptMessage;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHealth;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Executions of tasks: the ended ones from the history, the others from the broker and the nodes. */
@RequestScoped
@Path("executions")
@Produces(MediaType.APPLICATION_JSON)
public class ExecutionsResource {

    private static final ProblemType NOT_RETRYABLE =
            new ProblemType("not-retryable", 409, "The task cannot be sent again");

    private static final List<HistoryField> FACETS = List.of(
            HistoryField.STATE,
            HistoryField.TASK,
            HistoryField.QUEUE,
            HistoryField.NODE,
            HistoryField.USER,
            HistoryField.ERROR);

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    TaskResults results;

    @Inject
    DeadLetterQueue letters;

    @Inject
    NodesProgress progress;

    @Inject
    QueueDepths depths;

    @Inject
    TaskHealth health;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Lists executions, the latest end first.",
            problems = {
                "bad-query",
                "bad-cursor",
                "query-too-wide",
                "history-unavailable",
                "control-unavailable",
                "not-supported"
            })
    public ExecutionList list(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("after") String after,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        HistoryQuery query = Given.query(q, clock.now());
        int most = Given.limit(limit);
        if (query.source() == HistoryQuery.Source.HISTORY) {
            return ExecutionList.of(
                    Given.reached(() -> named.history(history, control).page(query, Given.after(after), most)),
                    dropped(named));
        }
        return ExecutionList.of(current(query, named), after, most);
    }

    /**
     * Returns how many ended executions this node has not kept; null for another application, because other nodes keep
     * its history.
     */
    private Long dropped(ApplicationName named) {
        return named.isOther(history) ? null : Long.valueOf(history.dropped());
    }

    private CurrentTasks.Found current(HistoryQuery query, ApplicationName named) {
        named.checkOwn(history, "Running and waiting tasks");
        return ControlProblems.reached(() -> new CurrentTasks(control).select(query));
    }

    @GET
    @Path("facets")
    @ApiCall(
            value = "Counts executions by the values of a field.",
            problems = {"bad-query", "query-too-wide", "history-unavailable", "control-unavailable", "not-supported"})
    public Facets facets(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("by") String by,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        HistoryQuery query = Given.query(q, clock.now());
        HistoryField field = FACETS.stream()
                .filter(known -> known.word().equals(by))
                .findFirst()
                .orElseThrow(() -> Given.badQuery("'by' takes one of "
                        + FACETS.stream().map(HistoryField::word).collect(Collectors.joining(", "))));
        if (query.source() != HistoryQuery.Source.HISTORY) {
            CurrentTasks.Found found = current(query, named);
            return new Facets(
                    by,
                    Facet.all(found.facets(field)),
                    new ExecutionList.Total(found.items().size(), found.complete()),
                    found.sources());
        }
        return Given.reached(() -> {
            HistoryReader read = named.history(history, control);
            HistoryPage page = read.page(query, Given.after(null), 1);
            return new Facets(
                    by,
                    Facet.all(read.facets(query, field)),
                    ExecutionList.Total.of(page.total()),
                    SourcesView.of(page.origin(), page.total(), dropped(named)));
        });
    }

    @GET
    @Path("{id}")
    @ApiCall(
            value = "Returns what is known of a task.",
            problems = {"bad-id", "execution-not-found", "history-unavailable"})
    public ExecutionDetail execution(@PathParam("id") String id) {
        TaskIds.checked(id);
        HistoryOrigin origin = history.origin();
        List<EndedTask> executions = Given.reached(() -> history.executions(id));
        if (executions.isEmpty()) {
            return current(id).orElseThrow(() -> unknown(id));
        }
        Optional<KeptMessage> kept = Given.reached(() -> history.evidence(executions.get(0)));
        // A task that is retried, or whose dead letter was sent again, may be running.
        boolean mayRun = Set.of(TaskState.RETRY, TaskState.REJECTED)
                .contains(executions.get(0).state());
        return ExecutionDetail.of(
                executions,
                kept,
                retryOf(executions.get(0)),
                mayRun ? ProgressView.of(progress.of(id)) : null,
                SourcesView.of(origin));
    }

    /**
     * Returns the id of the failed task that was sent again as this task; null if there is none. The log context names
     * the failed task, but tasks that this task sends inherit the context. Therefore the failed task's record must name
     * this task.
     */
    private String retryOf(EndedTask task) {
        String failed = task.context().get("retry_of");
        if (failed == null) {
            return null;
        }
        return Given.reached(() -> history.executions(failed)).stream()
                .findFirst()
                .flatMap(last -> Given.reached(() -> history.evidence(last)))
                .flatMap(KeptMessage::retriedAs)
                .filter(task.taskId()::equals)
                .map(id -> failed)
                .orElse(null);
    }

    private Optional<ExecutionDetail> current(String id) {
        try {
            return new CurrentTasks(control)
                    .find(id)
                    .map(current ->
                            ExecutionDetail.of(current.view(), current.context(), SourcesView.of(history.origin())));
        } catch (UnsupportedOperationException e) {
            // This broker does not list its messages.
            return Optional.empty();
        }
    }

    @DELETE
    @Path("{id}")
    @ApiCall(
            value = "Deletes the executions of a task from the history.",
            status = 204,
            answer = Void.class,
            problems = {"bad-id", "execution-not-found", "history-unavailable"})
    public Response forget(@PathParam("id") String id) {
        TaskIds.checked(id);
        if (!Given.reached(() -> history.forget(id))) {
            throw unknown(id);
        }
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/lines")
    @ApiCall(
            value = "Returns the last log lines of a failed execution.",
            problems = {"bad-id", "execution-not-found", "history-unavailable"})
    public Lines lines(@PathParam("id") String id) {
        TaskIds.checked(id);
        List<EndedTask> executions = Given.reached(() -> history.executions(id));
        if (executions.isEmpty()) {
            throw unknown(id);
        }
        return new Lines(Given.reached(() -> history.evidence(executions.get(0)))
                .map(KeptMessage::lines)
                .orElse(List.of()));
    }

    @GET
    @Path("{id}/why")
    @ApiCall(
            value = "Says why a task is not running.",
            problems = {"bad-id", "execution-not-found", "control-unavailable", "not-supported"})
    public WhyNot.Answer why(@PathParam("id") String id) {
        TaskIds.checked(id);
        return ControlProblems.reached(() -> answer(id)).orElseThrow(() -> unknown(id));
    }

    private Optional<WhyNot.Answer> answer(String id) {
        try {
            return new WhyNot(history, control, results, letters, depths).answer(id, clock.now());
        } catch (OperationalException e) {
            return Optional.of(WhyAway.of(health).orElseThrow(() -> e));
        }
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Sends a failed task again, once. Members that are left out stay as they were sent.",
            status = 202,
            body = CallBody.class,
            answer = Retried.class,
            problems = {
                "bad-id",
                "execution-not-found",
                "not-retryable",
                "task-argument",
                "task-option",
                "task-not-found",
                "broker-unavailable",
                "history-unavailable"
            })
    public Response retry(@PathParam("id") String id, Map<String, Object> body, @Context SecurityContext security) {
        TaskIds.checked(id);
        String user = security.getUserPrincipal().getName();
        RetryChanges changes = body == null ? RetryChanges.NONE : CallBody.changes(body);
        HistoryRetry retry =
                changes.areNone() ? Given.reached(() -> history.retry(id, user)) : history.retry(id, user, changes);
        if (retry instanceof HistoryRetry.Sent sent) {
            return Response.accepted(new Retried(sent.taskId(), id)).build();
        }
        HistoryRetry.Reason reason = ((HistoryRetry.Refused) retry).reason();
        if (reason == HistoryRetry.Reason.NOT_FOUND) {
            throw unknown(id);
        }
        throw new ProblemException(NOT_RETRYABLE, reason.sentence() + " (" + reason.code() + "); nothing was sent");
    }

    private ProblemException unknown(String id) {
        return UnknownTask.problem(id, history.origin());
    }

    record Retried(String taskId, String retryOf) {}

    record Lines(List<String> lines) {}

    record Facet(String value, long count) {
        static List<Facet> all(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .map(entry -> new Facet(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    record Facets(String by, List<Facet> items, ExecutionList.Total total, SourcesView sources) {}
}
