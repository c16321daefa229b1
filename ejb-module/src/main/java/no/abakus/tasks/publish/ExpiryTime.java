package no.abakus.tasks.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.abakus.tasks.Expiry;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.registry.TaskAttributes;

/** The time when a task expires: an absolute instant, the same across all retries of the task. */
final class ExpiryTime {

    private ExpiryTime() {}

    /**
     * Returns the time at which a call with these options expires; empty for never.
     *
     * @param eta when the call is due; empty for immediately
     * @throws TaskOptionException if the call would expire before it is due
     */
    static Optional<Instant> of(
            TaskOptions options, TaskAttributes attributes, Optional<Instant> eta, TaskClock clock) {
        Optional<Expiry> expiry = options.says(TaskOption.EXPIRES)
                ? options.get(TaskOption.EXPIRES)
                : attributes.expires().map(Expiry::after);
        if (expiry.isEmpty()) {
            return Optional.empty();
        }
        Instant expires = instant(expiry.get(), clock);
        if (eta.isPresent() && !expires.isAfter(eta.get())) {
            throw new TaskOptionException("The task would expire at " + expires + ", before it is due at " + eta.get()
                    + ", and so would never run; set expires later than countdown or eta");
        }
        return Optional.of(expires);
    }

    private static Instant instant(Expiry expiry, TaskClock clock) {
        Instant instant = expiry instanceof Expiry.After after
                ? DueTime.plus(clock.now(), after.span(), "expires")
                : ((Expiry.At) expiry).instant();
        // A broker counts whole milliseconds. Rounding up never shortens the time.
        return DueTime.inRange(instant, "expire").plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }
}
