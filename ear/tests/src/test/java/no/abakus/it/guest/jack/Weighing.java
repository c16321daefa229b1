package no.abakus.it.guest.jack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import no.abakus.tasks.AbakusTask;

/** A task of the application, if it has Abakus. */
@ApplicationScoped
public class Weighing {

    @AbakusTask(name = "parcels.weigh")
    public Map<String, Object> weigh(long number, LocalDate sent) {
        return Map.of("number", number, "sent", sent.toString());
    }
}
