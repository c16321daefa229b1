package no.abakus.tasks.limit;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.config.LongestSpan;

/**
 * The time limits of one execution.
 *
 * @param soft the time after which the execution is asked to end; empty for no limit
 * @param hard the time after which the execution fails; empty for no limit
 */
public record TimeAllowed(Optional<Duration> soft, Optional<Duration> hard) {

    /** No limits. */
    public static final TimeAllowed UNLIMITED = new TimeAllowed(Optional.empty(), Optional.empty());

    public TimeAllowed {
        soft.ifPresent(TimeAllowed::check);
        hard.ifPresent(TimeAllowed::check);
    }

    /**
     * Returns these limits.
     *
     * @throws IllegalArgumentException if the soft limit is longer than the hard limit
     */
    public TimeAllowed checked() {
        if (soft.isPresent() && hard.isPresent() && soft.get().compareTo(hard.get()) > 0) {
            throw new IllegalArgumentException("The soft time limit " + soft.get() + " is longer than the time limit "
                    + hard.get() + ", so it would never be reached. Choose a soft time limit that is not longer");
        }
        return this;
    }

    private static void check(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("The time limit is " + limit + ", but must be positive or omitted");
        }
        if (LongestSpan.isExceededBy(limit)) {
            throw new IllegalArgumentException("The time limit is " + limit + ", but must be at most 292 years");
        }
    }
}
