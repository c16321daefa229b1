package no.abakus.tasks.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a task was returned to the broker because the receiving node could not run it or could not finish it.
 * Celery has no equivalent.
 *
 * @param times the number of returns that made the task wait, for any reason
 * @param reason the reason of the last return, such as {@code unknown-task}; empty if there was none
 * @param since when the latest unbroken series of returns for that reason began
 * @param passes the number of returns without a wait, because another node has the task
 */
public record Returns(int times, String reason, Instant since, int passes) {

    /** The count of a task that was never returned. */
    public static final Returns NONE = new Returns(0, "", Instant.EPOCH, 0);

    /** Creates the count of a task that waited after each return. */
    public Returns(int times, String reason, Instant since) {
        this(times, reason, since, 0);
    }

    /** Counts one more return for this reason. A different reason resets the start time, but not the counts. */
    public Returns again(String why, Instant now) {
        return new Returns(times + 1, why, since(why, now), passes);
    }

    /** Counts one more return for this reason after which the task does not wait. */
    public Returns passedOn(String why, Instant now) {
        return new Returns(times, why, since(why, now), passes + 1);
    }

    private Instant since(String why, Instant now) {
        return reason.equals(why) ? since : now;
    }

    /**
     * Returns how long the task has been returned for this reason; zero if this was not the reason of its last return.
     */
    public Duration lasting(String why, Instant now) {
        return reason.equals(why) ? Duration.between(since, now) : Duration.ZERO;
    }
}
