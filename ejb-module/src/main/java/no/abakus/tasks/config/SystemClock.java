package no.abakus.tasks.config;

import java.time.Instant;

/** The time of the machine. */
final class SystemClock implements TaskClock {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
