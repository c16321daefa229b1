package no.abakus.tasks.console.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.control.NodesProgress;
import no.abakus.tasks.operate.TaskReport;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** The outcomes of tasks. Waiting for an outcome does not occupy a thread. */
@RequestScoped
@Path("results")
@Produces(MediaType.APPLICATION_JSON)
public class ResultsResource {

    private static final Log log = Log.get();

    private static final ProblemType NOT_FOUND =
            new ProblemType("result-not-found", 404, "Nothing is known of the task");
    private static final ProblemType UNAVAILABLE =
            new ProblemType("results-unavailable", 503, "Results are unavailable");
    private static final ProblemType BAD_REVOKE = new ProblemType("bad-revoke", 400, "Not a revocation");

    @Inject
    TaskResults results;

    @Inject
    NodesProgress progress;

    @GET
    @Path("{id}")
    @SuppressWarnings("FutureReturnValueIgnored") // the client gets the outcome in the response
    @ApiCall(
            value = "Returns the outcome of a task; the parameter wait says how many seconds to wait for its end.",
            answer = ResultView.class,
            problems = {"bad-id", "bad-wait", "result-not-found", "results-unavailable"})
    public void result(@PathParam("id") String id, @QueryParam("wait") String wait, @Suspended AsyncResponse response) {
        TaskIds.checked(id);
        Sources store = new Sources(results, progress);
        if (wait == null) {
            response.resume(found(store, id));
            return;
        }
        long millis = WaitTime.millis(wait);
        if (millis == 0) {
            response.resume(found(store, id));
            return;
        }
        CompletableFuture<TaskReport> end = reached(() -> store.results().end(id));
        // The handler is set first, because without one a timeout that expires immediately causes a 503.
        response.setTimeoutHandler(impatient -> {
            end.cancel(false);
            answer(impatient, () -> found(store, id));
        });
        response.setTimeout(millis, TimeUnit.MILLISECONDS);
        end.whenComplete((report, failed) -> {
            if (!end.isCancelled()) {
                answer(response, () -> reached(() -> ended(report, failed)));
            }
        });
    }

    @DELETE
    @Path("{id}")
    @ApiCall(
            value = "Forgets the outcome of a task.",
            status = 204,
            answer = Void.class,
            problems = {"bad-id", "result-not-found", "results-unavailable"})
    public Response forget(@PathParam("id") String id) {
        TaskIds.checked(id);
        if (!reached(() -> results.forget(id))) {
            throw unknown(id);
        }
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Prevents a task from running.",
            status = 202,
            body = Revocation.class,
            answer = Revoked.class,
            problems = {"bad-id", "bad-revoke", "results-unavailable"})
    public Response revoke(@PathParam("id") String id, Map<String, Object> body) {
        TaskIds.checked(id);
        boolean terminate = terminate(body == null ? Map.of() : body);
        String outcome = reached(() -> results.revoke(id, terminate)).code();
        return Response.accepted(new Revoked(outcome)).build();
    }

    /** The outcome of a revocation. */
    record Revoked(String outcome) {}

    /** The request body of a revocation. */
    record Revocation(Boolean terminate) {}

    private static boolean terminate(Map<String, Object> body) {
        for (String member : body.keySet()) {
            if (!member.equals("terminate")) {
                throw new ProblemException(
                        BAD_REVOKE, "There is no member '" + member + "'; the only member is terminate, true or false");
            }
        }
        Object terminate = body.getOrDefault("terminate", false);
        if (terminate instanceof Boolean said) {
            return said;
        }
        throw new ProblemException(BAD_REVOKE, "terminate takes true or false");
    }

    private static ResultView ended(TaskReport report, Throwable failed) {
        if (failed instanceof RuntimeException e) {
            throw e;
        }
        return ResultView.of(report, Optional.empty());
    }

    /** The objects that know outcomes and progress, for a response that is sent after the request has ended. */
    private record Sources(TaskResults results, NodesProgress progress) {}

    private static ResultView found(Sources sources, String id) {
        TaskReport report = reached(() -> sources.results().find(id)).orElseThrow(() -> unknown(id));
        // The state does not say whether a task is running, because by default its start is not recorded.
        return ResultView.of(
                report,
                report.state().isFinal() ? Optional.empty() : sources.progress().of(id));
    }

    /**
     * Sends the view or the exception. This runs on a different thread than the request, so an exception can only be
     * reported through the response.
     */
    private static void answer(AsyncResponse response, Supplier<ResultView> view) {
        try {
            response.resume(view.get());
        } catch (RuntimeException e) {
            response.resume(e);
        }
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                NOT_FOUND,
                "Nothing is known of task '" + id + "'. Either it was never sent, or its result is ignored, or it was"
                        + " forgotten. Send tasks with \"ignore_result\": false to have their results recorded");
    }

    private static <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (OperationalException e) {
            // The exception's message names databases, which are of no use to clients.
            log.error("results_unavailable", e);
            throw new ProblemException(UNAVAILABLE, "Ask again once the database is available again", e);
        }
    }
}
