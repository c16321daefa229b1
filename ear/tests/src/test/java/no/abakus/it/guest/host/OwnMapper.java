package no.abakus.it.guest.host;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The application's own error format. */
@Provider
public class OwnMapper implements ExceptionMapper<OwnException> {

    @Override
    public Response toResponse(OwnException thrown) {
        return Response.status(418)
                .type("text/plain")
                .entity("host: " + thrown.getMessage())
                .build();
    }
}
