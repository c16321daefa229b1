package no.abakus.tasks.port;

import java.time.Instant;

/** The clock that all nodes can read, whatever their own clocks say: that of the database. Thread-safe. */
@FunctionalInterface
public interface SharedClock {

    /**
     * The time now.
     *
     * @throws no.abakus.tasks.OperationalException if it cannot be read
     */
    Instant now();
}
