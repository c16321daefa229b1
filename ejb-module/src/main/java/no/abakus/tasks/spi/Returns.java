package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a task has gone back to the broker because the node that received it could not run it. Celery has nothing like it.
 *
 * @param times how often, for whatever reason
 * @param reason the last reason, such as {@code unknown-task}; empty where there was none
 * @param since when it first went back for that reason
 */
public record Returns(int times, String reason, Instant since) {

    /** It has never gone back. */
    public static final Returns NONE = new Returns(0, "", Instant.EPOCH);

    /** Once more, for this reason; a new reason begins a new count of time, but not of returns. */
    public Returns again(String why, Instant now) {
        return new Returns(times + 1, why, reason.equals(why) ? since : now);
    }

    /** How long it has gone back for this reason; nothing where it never did. */
    public Duration lasting(String why, Instant now) {
        return reason.equals(why) ? Duration.between(since, now) : Duration.ZERO;
    }
}
