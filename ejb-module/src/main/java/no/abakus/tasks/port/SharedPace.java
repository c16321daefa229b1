package no.abakus.tasks.port;

import java.time.Duration;
import java.time.Instant;

/** Grants turns under a rate limit that all nodes share. Thread-safe. */
@FunctionalInterface
public interface SharedPace {

    /**
     * Grants the next turn in this line. Turns are {@code interval} apart. After a pause, as many turns as fit into the
     * allowance are granted for the same instant.
     *
     * @param line the line: one per task and key
     * @param interval the time between turns
     * @param allowance the maximum length of a pause whose unused turns can still be granted
     * @param now the caller's time
     * @return the time of the turn: now or later
     * @throws no.abakus.tasks.OperationalException if the store cannot be reached
     */
    Instant next(String line, Duration interval, Duration allowance, Instant now);
}
