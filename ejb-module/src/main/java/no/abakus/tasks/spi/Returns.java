package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a task has gone back to the broker because the node that received it could not run it. Celery has no
 * equivalent.
 *
 * @param times how often, for any reason
 * @param reason the last reason, such as {@code unknown-task}; empty if there was none
 * @param since when it first went back for that reason
 */
public record Returns(int times, String reason, Instant since) {

    /** The task has never gone back. */
    public static final Returns NONE = new Returns(0, "", Instant.EPOCH);

    /** Counts one more return for this reason. A new reason restarts the time, but not the count. */
    public Returns again(String why, Instant now) {
        return new Returns(times + 1, why, reason.equals(why) ? since : now);
    }

    /** How long the task has been going back for this reason; zero if it never did. */
    public Duration lasting(String why, Instant now) {
        return reason.equals(why) ? Duration.between(since, now) : Duration.ZERO;
    }
}
