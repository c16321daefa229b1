package no.abakus.tasks.config;

import java.time.Duration;
import java.time.Instant;

/** The time; tests can set it. Thread-safe. */
public interface TaskClock {

    /** The system clock. */
    static TaskClock system() {
        return new SystemClock();
    }

    /** The current wall-clock time. */
    Instant now();

    /** A clock reading for measuring durations; only differences are meaningful. */
    long nanos();

    /** Makes the calling thread wait. A test clock only moves its time forward instead. */
    void pause(Duration time) throws InterruptedException;

    /** The time since the reading was taken. */
    default Duration since(long nanosBefore) {
        return Duration.ofNanos(nanos() - nanosBefore);
    }
}
