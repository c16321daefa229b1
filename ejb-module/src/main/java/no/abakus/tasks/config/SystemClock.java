package no.abakus.tasks.config;

import java.time.Duration;
import java.time.Instant;

/** Reads the system's clocks, and pauses in real time. */
final class SystemClock implements TaskClock {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
