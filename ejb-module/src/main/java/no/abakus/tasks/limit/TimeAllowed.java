package no.abakus.tasks.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * How long one execution may take.
 *
 * @param soft after which it is asked to end; empty for no limit
 * @param hard after which it has failed; empty for no limit
 */
public record TimeAllowed(Optional<Duration> soft, Optional<Duration> hard) {

    /** All the time there is. */
    public static final TimeAllowed UNLIMITED = new TimeAllowed(Optional.empty(), Optional.empty());

    public TimeAllowed {
        soft.ifPresent(TimeAllowed::check);
        hard.ifPresent(TimeAllowed::check);
    }

    private static void check(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A time limit of " + limit + "; it takes more than nothing, or none");
        }
    }
}
