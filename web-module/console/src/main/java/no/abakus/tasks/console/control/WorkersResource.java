package no.abakus.tasks.console.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.order.DisableEvents;
import no.abakus.tasks.console.order.EnableEvents;
import no.abakus.tasks.console.order.Order;
import no.abakus.tasks.console.order.OrderResult;
import no.abakus.tasks.console.order.Quiet;
import no.abakus.tasks.console.order.Shutdown;
import no.abakus.tasks.console.order.Wake;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/** The nodes, and what they are doing. */
@RequestScoped
@Path("workers")
@Produces(MediaType.APPLICATION_JSON)
public class WorkersResource {

    @Inject
    TaskControl control;

    @Inject
    TaskHistory history;

    @GET
    @ApiCall(
            value = "Returns the nodes that respond.",
            problems = {"bad-query", "control-unavailable"})
    public Map<String, NodeView> workers(@QueryParam("application") String application) {
        ApplicationName.of(application).checkOwn(history, "Nodes");
        return workers(control);
    }

    /** Returns the nodes that respond now. */
    public static Map<String, NodeView> workers(TaskControl control) {
        Map<String, NodeView> nodes = new TreeMap<>();
        ControlProblems.reached(() -> control.ping()).forEach((node, took) -> nodes.put(node, NodeView.of(took)));
        Map<String, NodeStats> stats = ControlProblems.reached(() -> control.stats());
        stats.forEach((node, said) ->
                nodes.compute(node, (name, known) -> known == null ? NodeView.of(said) : known.with(said)));
        return nodes;
    }

    @GET
    @Path("active")
    @ApiCall(
            value = "Returns the running tasks by node.",
            problems = {"bad-query", "control-unavailable"})
    public Map<String, List<ActiveView>> activeByNode(@QueryParam("application") String application) {
        ApplicationName.of(application).checkOwn(history, "Running tasks");
        Map<String, List<ActiveView>> nodes = new TreeMap<>();
        ControlProblems.reached(() -> control.active())
                .forEach((node, tasks) ->
                        nodes.put(node, tasks.stream().map(ActiveView::of).toList()));
        return nodes;
    }

    @GET
    @Path("{node}/active")
    @ApiCall(
            value = "Lists the running tasks of a node.",
            problems = {"node-not-found", "control-unavailable"})
    public List<ActiveView> active(@PathParam("node") String node) {
        return answer(node, ControlProblems.reached(() -> control.on(node).active())).stream()
                .map(ActiveView::of)
                .toList();
    }

    @GET
    @Path("{node}/registered")
    @ApiCall(
            value = "Lists the names of the tasks that a node knows.",
            problems = {"node-not-found", "control-unavailable"})
    public List<String> registered(@PathParam("node") String node) {
        return answer(node, ControlProblems.reached(() -> control.on(node).registered()));
    }

    @POST
    @Path("{node}/quiet")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes a node accept no new tasks until it is woken or restarted.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable", "node-not-found"})
    public Response quiet(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new Quiet(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/wake")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes a node accept tasks again.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable", "node-not-found"})
    public Response wake(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new Wake(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/shutdown")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes a node accept no new tasks, and stops its server when no task is running.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable", "node-not-found"})
    public Response shutdown(@PathParam("node") String node, ShutdownBody body) {
        ShutdownBody said = body == null ? new ShutdownBody(null, null) : body;
        return told(node, said.timeout(), new Shutdown(said.grace(), List.of(node), said.timeout()));
    }

    @POST
    @Path("{node}/enable-events")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes a node send monitoring events until it is restarted.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable", "node-not-found"})
    public Response enableEvents(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new EnableEvents(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/disable-events")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Makes a node send no monitoring events.",
            status = 202,
            answer = OrderResult.Answers.class,
            problems = {"bad-order", "control-unavailable", "node-not-found"})
    public Response disableEvents(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new DisableEvents(List.of(node), Patience.seconds(body)));
    }

    /**
     * The request body of an order to the node in the path.
     *
     * @param timeout how many seconds to wait for its answer; 1 if null
     */
    public record Patience(Double timeout) {

        private static Double seconds(Patience said) {
            return said == null ? null : said.timeout();
        }
    }

    /**
     * The request body of a shutdown.
     *
     * @param grace how many seconds to wait for running tasks; 300 if null
     * @param timeout how many seconds to wait for the node's answer; 1 if null
     */
    public record ShutdownBody(Double grace, Double timeout) {}

    private Response told(String node, Double timeout, Order order) {
        OrderResult answer = ControlProblems.reached(() -> order.give(control));
        boolean hasWaited = timeout == null || timeout > 0;
        if (hasWaited && answer.equals(Order.answers(Map.of(), List.of(node)))) {
            throw ControlProblems.noNode(node);
        }
        return Response.accepted(answer).build();
    }

    private static <T> T answer(String node, Map<String, T> answers) {
        T answer = answers.get(node);
        if (answer == null) {
            throw ControlProblems.noNode(node);
        }
        return answer;
    }
}
