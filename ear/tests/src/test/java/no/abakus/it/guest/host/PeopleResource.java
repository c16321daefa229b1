package no.abakus.it.guest.host;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** Responses of every kind. */
@RequestScoped
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    @GET
    public Person one() {
        return new Person();
    }

    @GET
    @Path("all")
    public Map<String, List<Person>> all() {
        return Map.of("people", List.of(new Person(), new Person()));
    }

    @POST
    public Person echo(Person person) {
        return person;
    }

    @GET
    @Path("boom")
    public Person boom() {
        throw new IllegalStateException("boom");
    }

    @GET
    @Path("conflict")
    public Person conflict() {
        throw new ClientErrorException("taken", 409);
    }

    @GET
    @Path("own")
    public Person own() {
        throw new OwnException("mapped");
    }

    @GET
    @Path("later")
    public void later(@Suspended AsyncResponse response) {
        response.resume(new Person());
    }

    /** Reads a body with the standard client. */
    @GET
    @Path("read")
    @Produces(MediaType.TEXT_PLAIN)
    public String read(@Context UriInfo uri) {
        Client client = ClientBuilder.newClient();
        try {
            return described(client.target(uri.getBaseUri())
                    .path("people")
                    .request(MediaType.APPLICATION_JSON)
                    .get(Person.class));
        } finally {
            client.close();
        }
    }

    /** Reads a body with MicroProfile's client, where the server has one. */
    @GET
    @Path("read-typed")
    @Produces(MediaType.TEXT_PLAIN)
    public String readTyped(@Context UriInfo uri) throws Exception {
        try {
            Class.forName("org.eclipse.microprofile.rest.client.RestClientBuilder");
        } catch (ClassNotFoundException e) {
            return "no MicroProfile client";
        }
        return described(PeopleClient.at(uri.getBaseUri()).one());
    }

    private static String described(Person person) {
        return person.name + ", born " + person.born + ", " + person.passwordHash;
    }
}
