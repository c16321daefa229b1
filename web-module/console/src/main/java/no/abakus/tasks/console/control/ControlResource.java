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
import no.abakus.tasks.console.order.Order;
import no.abakus.tasks.console.order.OrderNames;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.web.json.JsonBodies;

/** All orders, by their names. */
@RequestScoped
@Path("control")
@Produces(MediaType.APPLICATION_JSON)
public class ControlResource {

    @Inject
    TaskControl control;

    @POST
    @Path("{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@PathParam("order") String name, Map<String, Object> body) {
        Class<? extends Order> order = OrderNames.named(name);
        return GivenOrder.of(JsonBodies.convert(body, order), control);
    }
}
