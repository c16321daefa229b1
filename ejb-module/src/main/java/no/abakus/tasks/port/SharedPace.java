package no.abakus.tasks.port;

import java.time.Duration;
import java.time.Instant;

/** Grants turns under a rate limit that all nodes share. Thread-safe. */
@FunctionalInterface
public interface SharedPace {

    /**
     * Grants the next turn in this line. Turns are {@code interval} apart. After a pause, as many turns fall together
     * as fit into the allowance.
     *
     * @param line the line: one per task and key
     * @param interval how far turns are apart
     * @param allowance how much of a pause may be made up for
     * @param now the caller's time
     * @return when the turn is: now, or later
     * @throws no.abakus.tasks.OperationalException if the store of the line is out of reach
     */
    Instant next(String line, Duration interval, Duration allowance, Instant now);
}
