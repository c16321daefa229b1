package no.abakus.tasks.limit;

import java.time.Duration;
import java.util.Optional;
import no.abakus.tasks.config.LongestSpan;

/**
 * How long one execution may take.
 *
 * @param soft the time after which it is asked to end; empty for no limit
 * @param hard the time after which it has failed; empty for no limit
 */
public record TimeAllowed(Optional<Duration> soft, Optional<Duration> hard) {

    /** No limits. */
    public static final TimeAllowed UNLIMITED = new TimeAllowed(Optional.empty(), Optional.empty());

    public TimeAllowed {
        soft.ifPresent(TimeAllowed::check);
        hard.ifPresent(TimeAllowed::check);
    }

    /**
     * Returns these limits if both can be met.
     *
     * @throws IllegalArgumentException if the soft limit is beyond the hard one
     */
    public TimeAllowed checked() {
        if (soft.isPresent() && hard.isPresent() && soft.get().compareTo(hard.get()) > 0) {
            throw new IllegalArgumentException("A soft time limit of " + soft.get() + " beyond the time limit of "
                    + hard.get() + " would never be reached; choose one that is not longer");
        }
        return this;
    }

    private static void check(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A time limit of " + limit + "; it must be positive, or omitted");
        }
        if (LongestSpan.isExceededBy(limit)) {
            throw new IllegalArgumentException("A time limit of " + limit + "; it takes at most 292 years, or none");
        }
    }
}
