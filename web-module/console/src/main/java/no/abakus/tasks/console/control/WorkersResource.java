package no.abakus.tasks.console.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.NodeStats;
import no.abakus.tasks.TaskControl;

/** The nodes, and what they do. */
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

    private static <T> T answer(String node, Map<String, T> answers) {
        T answer = answers.get(node);
        if (answer == null) {
            throw ControlProblems.noNode(node);
        }
        return answer;
    }
}
