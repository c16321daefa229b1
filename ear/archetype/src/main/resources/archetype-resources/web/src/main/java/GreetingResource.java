package ${package};

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import no.abakus.tasks.Tasks;

/** Sends the task, and waits for its result. */
@Path("greetings")
@RequestScoped
@Produces("text/plain")
public class GreetingResource {

    @Inject
    private Tasks tasks;

    @POST
    @Path("{name}")
    public String greet(@PathParam("name") String name) {
        return tasks.delay(Greetings::greet, name).id();
    }

    @GET
    @Path("results/{id}")
    public String greeting(@PathParam("id") String id) {
        return (String) tasks.result(id).get(Duration.ofSeconds(30));
    }
}
