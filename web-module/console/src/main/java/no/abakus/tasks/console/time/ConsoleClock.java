package no.abakus.tasks.console.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The console's clock. No other class of the console reads the time, so that a test can give it. */
@ApplicationScoped
public class ConsoleClock {

    public Instant now() {
        return Instant.now();
    }
}
