package no.abakus.tasks.console.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.console.executions.TasksToRevoke;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.console.security.Caller;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkOperation;
import no.abakus.tasks.operate.BulkOperations;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.BulkStart;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * Operations on many tasks or dead letters. A preview only counts them; nothing happens to them before the operation is
 * started.
 */
@RequestScoped
@Path("bulk")
@Produces(MediaType.APPLICATION_JSON)
public class BulkResource {

    private static final ProblemType NOT_FOUND = new ProblemType("bulk-not-found", 404, "No such bulk operation");
    private static final ProblemType STALE = new ProblemType("preview-stale", 409, "The preview cannot be started");

    @Inject
    BulkOperations bulks;

    @Inject
    TaskControl control;

    @Inject
    TaskHistory history;

    @Inject
    ConsoleClock clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Counts what an operation on many tasks or dead letters would handle.",
            answer = BulkView.class,
            problems = {
                "bad-bulk",
                "bad-query",
                "task-option",
                "query-too-wide",
                "history-unavailable",
                "control-unavailable",
                "not-supported"
            })
    public BulkView preview(BulkBody body, @Context SecurityContext security) {
        if (body == null) {
            throw BulkBody.bad("The body is null; send a JSON object with action and either q or ids");
        }
        BulkAction action = body.checkedAction();
        body.checkSelection();
        if (action.needsHistory()) {
            Given.checkHistory(history.origin());
        }
        Optional<TasksToRevoke.Found> found =
                action == BulkAction.REVOKE && body.q() != null ? Optional.of(toRevoke(body.q())) : Optional.empty();
        Caller caller = Caller.of(security);
        BulkRequest request =
                body.request(action, found.map(TasksToRevoke.Found::ids), caller.user(), caller.requestId());
        BulkView preview = BulkView.of(Given.reached(() -> bulks.preview(request)));
        return found.map(TasksToRevoke.Found::isComplete).orElse(true) ? preview : preview.ofFirst();
    }

    private TasksToRevoke.Found toRevoke(String q) {
        return ControlProblems.reached(() -> TasksToRevoke.of(control, q, clock.now()));
    }

    @GET
    @Path("{id}")
    @ApiCall(
            value = "Returns the progress of a bulk operation.",
            problems = {"bad-id", "bulk-not-found", "history-unavailable"})
    public BulkView progress(@PathParam("id") String id) {
        return BulkView.of(found(id));
    }

    @POST
    @Path("{id}/start")
    @ApiCall(
            value = "Starts an operation that was counted in the last ten minutes.",
            status = 202,
            answer = BulkView.class,
            problems = {"bad-id", "bulk-not-found", "preview-stale", "history-unavailable"})
    public Response start(@PathParam("id") String id, @Context SecurityContext security) {
        BulkOperation operation = found(id);
        BulkStart start = Given.reached(() -> bulks.start(id));
        if (start == BulkStart.NOT_FOUND) {
            throw unknown(id);
        }
        if (start == BulkStart.STALE) {
            throw new ProblemException(
                    STALE,
                    "The operation was already started, or its preview is older than ten minutes; make a new preview");
        }
        history.record(Caller.of(security)
                .did(
                        "bulk-" + operation.request().action().code(),
                        Optional.of("bulk/" + id
                                + operation.request().query().map(q -> " " + q).orElse("")),
                        operation.request().reason(),
                        "started: " + operation.possible() + " of " + operation.total()));
        return Response.accepted(BulkView.of(found(id))).build();
    }

    @POST
    @Path("{id}/stop")
    @ApiCall(
            value = "Stops an operation; items that it has not reached stay unchanged.",
            status = 202,
            answer = BulkView.class,
            problems = {"bad-id", "bulk-not-found", "history-unavailable"})
    public Response stop(@PathParam("id") String id) {
        TaskIds.checked(id);
        BulkOperation stopped = Given.reached(() -> bulks.stop(id)).orElseThrow(() -> unknown(id));
        return Response.accepted(BulkView.of(stopped)).build();
    }

    private BulkOperation found(String id) {
        TaskIds.checked(id);
        return Given.reached(() -> bulks.find(id)).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                NOT_FOUND, "There is no bulk operation '" + id + "'; previews are deleted after ten minutes");
    }
}
