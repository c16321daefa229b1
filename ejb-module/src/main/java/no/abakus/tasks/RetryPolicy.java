package no.abakus.tasks;

import java.time.Duration;

/**
 * How often, and for how long, a send is retried if the broker does not accept the message. This is unrelated to the
 * retries of a task that ran. Inside a transaction, nothing is retried, because the transaction's owner decides what to
 * do after a failure. Immutable. Celery: {@code retry_policy}.
 *
 * @param maxRetries how often the send is retried after the first attempt; {@link #UNLIMITED} for any number within the
 *     timeout. Celery: {@code max_retries}
 * @param intervalStart the wait before the first retry. Celery: {@code interval_start}
 * @param intervalStep how much longer the wait gets with each further retry. Celery: {@code interval_step}
 * @param intervalMax the longest wait between two attempts. Celery: {@code interval_max}
 * @param timeout the time after which the send fails, no matter how many retries are left, and even during an attempt.
 *     Kombu: {@code timeout}
 */
public record RetryPolicy(
        int maxRetries, Duration intervalStart, Duration intervalStep, Duration intervalMax, Duration timeout) {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    /** The value of {@code maxRetries} for retries until the timeout. */
    public static final int UNLIMITED = -1;

    /**
     * Celery's default: three retries, after 0, 0.2 and 0.4 seconds. The send takes no more than ten seconds in all.
     */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(3, Duration.ZERO, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** One attempt only. Celery: {@code retry=False}. */
    public static final RetryPolicy NEVER =
            new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10));

    /**
     * Checks the values.
     *
     * @throws TaskOptionException if the number of retries is less than -1, a duration is null, negative or longer than
     *     292 years, or the timeout is zero
     */
    public RetryPolicy {
        if (maxRetries < UNLIMITED) {
            throw new TaskOptionException("retry_policy.max_retries is " + maxRetries
                    + ", but must be 0 or more, or -1 for any number within the timeout");
        }
        notNegative("interval_start", intervalStart);
        notNegative("interval_step", intervalStep);
        notNegative("interval_max", intervalMax);
        notNegative("timeout", timeout);
        if (timeout.isZero()) {
            throw new TaskOptionException(
                    "retry_policy.timeout is zero, but must be longer than zero, so that the task can be sent");
        }
    }

    /** Returns this policy with this many retries. */
    public RetryPolicy withMaxRetries(int retries) {
        return new RetryPolicy(retries, intervalStart, intervalStep, intervalMax, timeout);
    }

    /**
     * Returns this policy with other waits.
     *
     * @param start the wait before the first retry
     * @param step how much longer the wait gets with each further retry
     * @param max the longest wait
     */
    public RetryPolicy withIntervals(Duration start, Duration step, Duration max) {
        return new RetryPolicy(maxRetries, start, step, max, timeout);
    }

    /** Returns this policy with this timeout. */
    public RetryPolicy withTimeout(Duration newTimeout) {
        return new RetryPolicy(maxRetries, intervalStart, intervalStep, intervalMax, newTimeout);
    }

    /** Whether a send that has failed this many times may be retried. */
    public boolean allows(int failures) {
        return maxRetries == UNLIMITED || failures <= maxRetries;
    }

    /** Returns how long to wait after a send has failed this many times. The number must be at least 1. */
    public Duration waitAfter(int failures) {
        Duration grown = intervalStart.plus(intervalStep.multipliedBy(failures - 1L));
        return grown.compareTo(intervalMax) < 0 ? grown : intervalMax;
    }

    private static void notNegative(String name, Duration value) {
        if (value == null || value.isNegative()) {
            throw new TaskOptionException(
                    "retry_policy." + name + " is " + value + ", but must be a duration of zero or more");
        }
        if (value.compareTo(LONGEST) > 0) {
            throw new TaskOptionException("retry_policy." + name + " is " + value + ", but must be at most 292 years");
        }
    }
}
