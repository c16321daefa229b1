package no.abakus.tasks;

import java.time.Duration;
import java.util.Optional;

/**
 * Thrown by a task that is to be run again; made by {@link TaskRequest#retry()}. Control flow, so it has no stack trace.
 * A transaction of the task's is rolled back by it, as by any unchecked exception. Celery: {@code Retry}.
 */
public final class Retry extends RuntimeException {

    private final Duration countdown;

    /**
     * A request to be run again.
     *
     * @param countdown how long to wait; null for the task's {@code retryDelay}
     * @param cause why; may be null
     */
    public Retry(Duration countdown, Throwable cause) {
        super("The task asked to be run again", cause, false, false);
        this.countdown = countdown;
    }

    /** How long to wait; empty for the task's {@code retryDelay}. */
    public Optional<Duration> countdown() {
        return Optional.ofNullable(countdown);
    }
}
