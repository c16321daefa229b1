package no.abakus.tasks.console.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.order.Order;
import no.abakus.tasks.console.order.OrderNames;
import no.abakus.tasks.console.order.OrderResult;
import no.abakus.tasks.console.order.OrderTarget;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.web.json.JsonBodies;

/** All orders, by name. */
@RequestScoped
@Path("control")
@Produces(MediaType.APPLICATION_JSON)
public class ControlResource {

    @Inject
    TaskControl control;

    @Inject
    OrderTarget target;

    @POST
    @Path("{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    @ApiCall(
            value = "Gives an order by its name; the resources tasks, queues and workers have the same orders.",
            status = 202,
            body = Order.class,
            answer = OrderResult.class,
            problems = {"bad-order", "order-not-found", "control-unavailable"})
    public Response order(@PathParam("order") String name, Map<String, Object> body) {
        Class<? extends Order> order = OrderNames.named(name);
        if (body == null) {
            throw ControlProblems.badOrder(
                    "The body is null or missing; send a JSON object, or {} for an order to all nodes");
        }
        target.of(body);
        return GivenOrder.of(JsonBodies.convert(OrderNames.membersOf(order, body), order), control);
    }
}
