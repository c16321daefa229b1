package no.abakus.it.guest.host;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** The API as MicroProfile's client sees it. */
public interface PeopleClient {

    static PeopleClient at(URI base) {
        return RestClientBuilder.newBuilder().baseUri(base.resolve("people")).build(PeopleClient.class);
    }

    @GET
    @Path("")
    @Produces(MediaType.APPLICATION_JSON)
    Person one();
}
