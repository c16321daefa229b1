package no.abakus.tasks.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;

/** The time when a task is due: an absolute instant, or immediately. */
public final class DueTime {

    /** The latest time that is accepted. A later time is a mistake, and may not fit into JMS's milliseconds. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private DueTime() {}

    /** Returns the time at which a call with these options is due; empty for immediately. */
    static Optional<Instant> of(TaskOptions options, TaskClock clock) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> countdown = options.get(TaskOption.COUNTDOWN);
        Optional<Instant> eta = options.get(TaskOption.ETA);
        if (countdown.isPresent() && eta.isPresent()) {
            throw new TaskOptionException("The call has a countdown of " + countdown.get() + " and an eta of "
                    + eta.get() + "; set only one of them");
        }
        if (countdown.isEmpty() && eta.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Instant due = eta.isPresent() ? whole(eta.get()) : after(countdown.get(), now);
        return due.isAfter(now) ? Optional.of(due) : Optional.empty();
    }

    /**
     * Returns the instant this long from now; now if the countdown is zero or less.
     *
     * @throws TaskOptionException if the countdown is beyond the range of instants
     */
    public static Instant after(Duration countdown, Instant now) {
        if (countdown.isNegative() || countdown.isZero()) {
            return now;
        }
        return whole(plus(now, countdown, "countdown"));
    }

    /** Returns the instant this long after now; {@code what} names the span in the exception. */
    static Instant plus(Instant now, Duration span, String what) {
        return now.plus(Span.checked(span, what));
    }

    /**
     * Rounds up to whole milliseconds, because brokers count delays in milliseconds and a task must never run early.
     */
    private static Instant whole(Instant due) {
        return inRange(due, "be due").plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the instant if it is within the supported range. */
    static Instant inRange(Instant instant, String what) {
        if (instant.isAfter(LATEST)) {
            throw new TaskOptionException(
                    "The task would " + what + " at " + instant + ", but the latest possible time is " + LATEST);
        }
        return instant;
    }
}
