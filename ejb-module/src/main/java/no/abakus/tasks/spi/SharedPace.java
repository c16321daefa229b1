package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;

/** Gives turns that all nodes together keep to. Thread-safe. */
@FunctionalInterface
public interface SharedPace {

    /**
     * The next turn in this line. Turns are {@code interval} apart; after a pause as many fall together as fit into the
     * allowance.
     *
     * @param line which line it is: one per task and key
     * @param interval how far turns are apart
     * @param allowance how much of a pause may be caught up with
     * @param now the caller's time
     * @return when its turn is: now, or later
     * @throws no.abakus.tasks.OperationalException if what keeps the line is out of reach
     */
    Instant next(String line, Duration interval, Duration allowance, Instant now);
}
