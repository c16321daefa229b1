package no.abakus.it.guest.jack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.LocalDate;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Tasks;

/** A task of the application, if it has Abakus. The task's argument has Jackson's annotations. */
@ApplicationScoped
public class Labelling {

    @AbakusTask(name = "parcels.label")
    public String print(Label label) {
        return "number=" + label.number() + ", sent=" + label.sent();
    }

    /** Runs it. */
    @RequestScoped
    @Path("label")
    @Produces(MediaType.TEXT_PLAIN)
    public static class Resource {

        @Inject
        Tasks tasks;

        @GET
        public String label() throws Exception {
            return tasks.call(Labelling::print, new Label(7, LocalDate.of(2000, 1, 2)))
                    .ignoreResult(false)
                    .applyAsync()
                    .get(Duration.ofSeconds(30));
        }
    }
}
