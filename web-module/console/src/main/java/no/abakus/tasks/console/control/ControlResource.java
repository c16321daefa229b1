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
import no.abakus.tasks.TaskControl;

/** Orders to nodes. */
@RequestScoped
@Path("control")
@Produces(MediaType.APPLICATION_JSON)
public class ControlResource {

    @Inject
    TaskControl control;

    @POST
    @Path("{order}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(@PathParam("order") String order, OrderBody body) {
        if (body == null) {
            throw ControlProblems.badOrder("The body is null; send a JSON object, {} for an order to all nodes");
        }
        return Response.accepted(OrdersByName.give(order, control, body)).build();
    }
}
