package no.abakus.tasks.console.contract;

import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The description of the API as OpenAPI 3.1: a file of the archive that a test keeps equal to the code. */
@RequestScoped
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    static final String FILE = "/WEB-INF/openapi.json";

    @Context
    ServletContext context;

    @GET
    @ApiCall(value = "Describes this API as OpenAPI 3.1.", answer = Map.class)
    public byte[] document() throws IOException {
        try (InputStream file = context.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        }
    }
}
