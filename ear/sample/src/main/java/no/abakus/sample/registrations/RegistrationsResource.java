package no.abakus.sample.registrations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** Registrations by their own ids. */
@RequestScoped
@Path("registrations")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationsResource {

    @Inject
    RegistrationDesk desk;

    @DELETE
    @Path("{id}")
    public Response unregister(@PathParam("id") String id, @Context SecurityContext asking) {
        return Response.accepted(Map.of("task_id", desk.unregister(id, Asking.of(asking))))
                .build();
    }
}
