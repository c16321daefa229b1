package no.abakus.tasks;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A task throws this exception to request a retry. {@link TaskRequest#retry()} creates it. The exception serves only as
 * control flow, so it has no stack trace. It rolls back the task's transaction, as any unchecked exception does.
 * Celery: {@code Retry}.
 */
public final class Retry extends RuntimeException {

    private final Duration countdown;
    private final Integer maxRetries;

    /**
     * Creates a request to retry the task.
     *
     * @param countdown how long to wait; null for the task's {@code retryDelay} or backoff
     * @param cause the cause of the retry; may be null
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
     * Returns the same request with a limit that replaces the task's {@code maxRetries}. The retry is granted only if
     * the task has been retried fewer times than the limit. Celery: {@code self.retry(max_retries=…)}.
     *
     * @param most 0 or more, or -1 for no limit
     * @throws IllegalArgumentException if the limit is less than -1
     */
    public Retry atMost(int most) {
        if (most < -1) {
            throw new IllegalArgumentException(
                    "The limit of retries is " + most + ", but must be 0 or more, or -1 for no limit");
        }
        return new Retry(countdown, getCause(), most);
    }

    /** Returns how long to wait; empty if the task's attributes decide. */
    public Optional<Duration> countdown() {
        return Optional.ofNullable(countdown);
    }

    /**
     * Returns the limit set with {@link #atMost}; empty if the task's {@code maxRetries} applies. The value -1 means no
     * limit.
     */
    public OptionalInt maxRetries() {
        return maxRetries == null ? OptionalInt.empty() : OptionalInt.of(maxRetries);
    }
}
