package no.abakus.tasks.console.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.console.order.DisableEvents;
import no.abakus.tasks.console.order.EnableEvents;
import no.abakus.tasks.console.order.Order;
import no.abakus.tasks.console.order.Quiet;
import no.abakus.tasks.console.order.Shutdown;
import no.abakus.tasks.console.order.Wake;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.TaskControl;

/** The nodes, and what they are doing. */
@RequestScoped
@Path("workers")
@Produces(MediaType.APPLICATION_JSON)
public class WorkersResource {

    @Inject
    TaskControl control;

    @GET
    public Map<String, NodeView> workers() {
        Map<String, NodeView> nodes = new TreeMap<>();
        ControlProblems.reached(() -> control.ping()).forEach((node, took) -> nodes.put(node, NodeView.of(took)));
        Map<String, NodeStats> stats = ControlProblems.reached(() -> control.stats());
        stats.forEach((node, said) ->
                nodes.compute(node, (name, known) -> known == null ? NodeView.of(said) : known.with(said)));
        return nodes;
    }

    @GET
    @Path("active")
    public Map<String, List<ActiveView>> active() {
        Map<String, List<ActiveView>> nodes = new TreeMap<>();
        ControlProblems.reached(() -> control.active())
                .forEach((node, tasks) ->
                        nodes.put(node, tasks.stream().map(ActiveView::of).toList()));
        return nodes;
    }

    @GET
    @Path("{node}/active")
    public List<ActiveView> active(@PathParam("node") String node) {
        return answer(node, ControlProblems.reached(() -> control.on(node).active())).stream()
                .map(ActiveView::of)
                .toList();
    }

    @GET
    @Path("{node}/registered")
    public List<String> registered(@PathParam("node") String node) {
        return answer(node, ControlProblems.reached(() -> control.on(node).registered()));
    }

    @POST
    @Path("{node}/quiet")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response quiet(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new Quiet(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/wake")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response wake(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new Wake(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/shutdown")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response shutdown(@PathParam("node") String node, ShutdownBody body) {
        ShutdownBody said = body == null ? new ShutdownBody(null, null) : body;
        return told(node, said.timeout(), new Shutdown(said.grace(), List.of(node), said.timeout()));
    }

    @POST
    @Path("{node}/enable-events")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enableEvents(@PathParam("node") String node, Patience body) {
        return told(node, Patience.seconds(body), new EnableEvents(List.of(node), Patience.seconds(body)));
    }

    @POST
    @Path("{node}/disable-events")
    @Consumes(MediaType.APPLICATION_JSON)
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
        Object answer = ControlProblems.reached(() -> order.give(control));
        boolean hasWaited = timeout == null || timeout > 0;
        if (hasWaited && answer.equals(Order.answers(Map.of()))) {
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
