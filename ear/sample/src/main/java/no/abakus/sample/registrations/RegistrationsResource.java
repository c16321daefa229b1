package no.abakus.sample.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Registrations by their id. */
@ApplicationScoped
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

    @Inject
    private RegistrationDesk desk;

    @DELETE
    @Path("{id}")
    public Response unregister(@PathParam("id") long id) {
        return Response.accepted(desk.unregister(id)).build();
    }
}
