package no.abakus.it.guest.jack;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.LocalDate;
import no.abakus.tasks.Tasks;

/** Runs the task with a body of the format in the path. */
@RequestScoped
@Path("weigh/{format}")
@Produces(MediaType.TEXT_PLAIN)
public class WeighingResource {

    @Inject
    Tasks tasks;

    @GET
    public String weigh(@PathParam("format") String format) throws Exception {
        return String.valueOf(tasks.call(Weighing::weigh, 7L, LocalDate.of(2000, 1, 2))
                .serializer(format)
                .ignoreResult(false)
                .applyAsync()
                .get(Duration.ofSeconds(30)));
    }
}
