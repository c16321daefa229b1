package no.abakus.tasks.port;

import java.time.Instant;

/** The database's clock, which all nodes can read, whatever their own clocks say. Thread-safe. */
@FunctionalInterface
public interface SharedClock {

    /**
     * The time now.
     *
     * @throws no.abakus.tasks.OperationalException if the clock cannot be read
     */
    Instant now();
}
