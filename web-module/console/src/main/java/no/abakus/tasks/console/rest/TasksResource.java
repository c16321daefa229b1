package no.abakus.tasks.console.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.call.CallBody;
import no.abakus.tasks.console.call.TaskIds;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.control.Addressees;
import no.abakus.tasks.console.control.GivenOrder;
import no.abakus.tasks.console.order.OrderResult;
import no.abakus.tasks.console.order.Pause;
import no.abakus.tasks.console.order.Resume;
import no.abakus.tasks.console.order.SetRateLimit;
import no.abakus.tasks.console.order.SetTimeLimit;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** The registered tasks, and how to send one. */
@RequestScoped
@Path("tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksResource {

    private static final ProblemType BAD_JSON = new ProblemType("bad-json", 400, "Not JSON");

    @Inject
    TaskCatalogue catalogue;

    @Inject
    Tasks tasks;

    @Inject
    TaskControl control;

    @Inject
    TaskHistory history;

    @GET
    @ApiCall(value = "Lists the registered tasks with their attributes and parameters.", problems = "bad-query")
    public List<TaskView> all(@QueryParam("application") String application) {
        ApplicationName.of(application).checkOwn(history, "Tasks");
        return catalogue.all().stream().map(TaskView::of).toList();
    }

    @POST
    @Path("{name}/apply-async")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Sends a task.",
            status = 202,
            body = CallBody.class,
            answer = SentView.class,
            problems = {"task-argument", "task-option", "bad-id", "task-not-found", "broker-unavailable"})
    public Response applyAsync(@PathParam("name") String name, Map<String, Object> body, @Context UriInfo uri) {
        if (body == null) {
            throw new ProblemException(
                    BAD_JSON, "The body is null or missing; send a JSON object, or {} for no arguments");
        }
        AsyncResult<Object> sent = CallBody.of(body).send(tasks, name);
        // A path, not a URI with a host, because this server does not know its public name behind a proxy.
        String location = uri.getBaseUri().getRawPath() + "results/" + TaskIds.segment(sent.id());
        return Response.accepted(SentView.of(sent.id()))
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    @POST
    @Path("{name}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Keeps tasks with this name from starting on any node.",
            status = 202,
            answer = OrderResult.Paused.class,
            problems = {"bad-order", "control-unavailable"})
    public Response pause(@PathParam("name") String name, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new Pause(null, name, said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Lets tasks with this name start again.",
            status = 202,
            answer = OrderResult.Resumed.class,
            problems = {"bad-order", "control-unavailable"})
    public Response resume(@PathParam("name") String name, Addressees body) {
        Addressees said = Addressees.orAll(body);
        return GivenOrder.of(new Resume(null, name, said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/rate-limit")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Limits how often nodes start a task, until the nodes are restarted.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable"})
    public Response rateLimit(@PathParam("name") String name, RateLimitBody body) {
        RateLimitBody said = body == null ? new RateLimitBody(null, null, null) : body;
        return GivenOrder.of(new SetRateLimit(name, said.rate(), said.nodes(), said.timeout()), control);
    }

    @POST
    @Path("{name}/time-limit")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Limits how long later executions of a task may take, until the nodes are restarted.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable"})
    public Response timeLimit(@PathParam("name") String name, TimeLimitBody body) {
        TimeLimitBody said = body == null ? new TimeLimitBody(null, null, null, null) : body;
        return GivenOrder.of(new SetTimeLimit(name, said.soft(), said.hard(), said.nodes(), said.timeout()), control);
    }

    /**
     * The request body of a rate limit.
     *
     * @param rate the limit, such as {@code 100/m}; null for no limit
     * @param nodes the nodes that receive the order; all if none is named
     * @param timeout how many seconds to wait for their answers; 1 if null
     */
    public record RateLimitBody(String rate, List<String> nodes, Double timeout) {}

    /**
     * The request body of a time limit.
     *
     * @param soft after how many seconds the task is interrupted; null for never
     * @param hard after how many seconds the task is abandoned; null for never
     * @param nodes the nodes that receive the order; all if none is named
     * @param timeout how many seconds to wait for their answers; 1 if null
     */
    public record TimeLimitBody(Double soft, Double hard, List<String> nodes, Double timeout) {}
}
