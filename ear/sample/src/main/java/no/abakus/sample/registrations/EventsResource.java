package no.abakus.sample.registrations;

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
import java.util.Map;
import no.abakus.sample.login.WebkomOnly;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Events, and registrations for them. */
@RequestScoped
@Path("events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final ProblemType NO_BODY = new ProblemType("bad-body", 400, "Unexpected body");

    @Inject
    RegistrationDesk desk;

    @POST
    @WebkomOnly
    public Response open(NewEvent wanted) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", desk.open(present(wanted))))
                .build();
    }

    @GET
    @Path("{id}")
    public EventView event(@PathParam("id") String id) {
        return desk.view(id);
    }

    @POST
    @Path("{id}/registrations")
    public Response register(@PathParam("id") String id, NewRegistration wanted, @Context SecurityContext asking) {
        return Response.accepted(desk.request(id, present(wanted), Asking.of(asking)))
                .build();
    }

    @POST
    @Path("{id}/registrations/batch")
    @WebkomOnly
    public Response registerMany(@PathParam("id") String id, NewBatch wanted, @Context SecurityContext asking) {
        return Response.accepted(RequestedBatch.of(desk.request(id, present(wanted), Asking.of(asking))))
                .build();
    }

    /**
     * Returns the body, or throws if it is null. It is null if the client sent JSON's null. On Payara, it is also null
     * if the client sent no body.
     */
    private static <T> T present(T body) {
        if (body == null) {
            throw new ProblemException(NO_BODY, "The body is null or missing; send a JSON object");
        }
        return body;
    }
}
