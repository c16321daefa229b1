package no.abakus.tasks.config;

import java.time.Duration;
import java.time.Instant;

/** The time, so that tests can set it. Thread-safe. */
public interface TaskClock {

    /** That of the machine. */
    static TaskClock system() {
        return new SystemClock();
    }

    /** What the clock on the wall says. */
    Instant now();

    /** A reading for measuring durations: only differences mean anything. */
    long nanos();

    /** Has the calling thread wait; a test's clock only moves on. */
    void pause(Duration time) throws InterruptedException;

    /** How long ago the reading was taken. */
    default Duration since(long nanosBefore) {
        return Duration.ofNanos(nanos() - nanosBefore);
    }
}
