package no.abakus.tasks.console.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The clock of the console's resources. They do not read the time in any other way, so that a test can set it. */
@ApplicationScoped
public class ConsoleClock {

    public Instant now() {
        return Instant.now();
    }
}
