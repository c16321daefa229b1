package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/** Events, and registrations for them. */
@ApplicationScoped
@Path("events")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    private static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");

    @Inject
    private RegistrationDesk desk;

    @Inject
    private EventBoard board;

    @POST
    public Response open(NewEvent event) {
        long id = desk.open(event);
        return Response.created(URI.create("events/" + id)).entity(new Opened(id)).build();
    }

    @GET
    @Path("{id}")
    public EventState get(@PathParam("id") long id) {
        return board.find(id).orElseThrow(() -> new ProblemException(NOT_FOUND, "There is no event " + id));
    }

    @POST
    @Path("{id}/registrations")
    public Response register(@PathParam("id") long id, NewRegistration registration) {
        return Response.accepted(desk.register(id, registration)).build();
    }

    @POST
    @Path("{id}/registrations/batch")
    public Response registerMany(@PathParam("id") long id, NewRegistrations registrations) {
        return Response.accepted(new AcceptedMany(desk.registerMany(id, registrations)))
                .build();
    }

    /** The id of an event that was opened. */
    public record Opened(long id) {}

    /** Registrations that were taken in. */
    public record AcceptedMany(List<Accepted> registrations) {}
}
