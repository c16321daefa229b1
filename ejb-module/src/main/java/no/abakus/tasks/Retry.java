package no.abakus.tasks;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Thrown by a task that is to be run again; made by {@link TaskRequest#retry()}. Control flow, so it has no stack trace.
 * A transaction of the task's is rolled back by it, as by any unchecked exception. Celery: {@code Retry}.
 */
public final class Retry extends RuntimeException {

    private final Duration countdown;
    private final Integer maxRetries;

    /**
     * A request to be run again.
     *
     * @param countdown how long to wait; null for the task's {@code retryDelay}
     * @param cause why; may be null
     */
    public Retry(Duration countdown, Throwable cause) {
        this(countdown, cause, null);
    }

    private Retry(Duration countdown, Throwable cause, Integer maxRetries) {
        super("The task asked to be run again", cause, false, false);
        this.countdown = countdown;
        this.maxRetries = maxRetries;
    }

    /**
     * The same request, granted if the task has been retried less often than this, whatever its {@code maxRetries} say.
     * Celery: {@code self.retry(max_retries=…)}.
     *
     * @param most 0 or more, or -1 for no limit
     */
    public Retry atMost(int most) {
        if (most < -1) {
            throw new IllegalArgumentException(most + " retries; it takes 0 or more, or -1 for no limit");
        }
        return new Retry(countdown, getCause(), most);
    }

    /** How long to wait; empty where the task's attributes say. */
    public Optional<Duration> countdown() {
        return Optional.ofNullable(countdown);
    }

    /** How many retries this request is granted after at most, -1 for no limit; empty for the task's {@code maxRetries}. */
    public OptionalInt maxRetries() {
        return maxRetries == null ? OptionalInt.empty() : OptionalInt.of(maxRetries);
    }
}
