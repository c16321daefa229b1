package no.abakus.tasks.publish;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;

/** When a call is due: an absolute instant, or at once. */
final class DueTime {

    /** Beyond this a date is a mistake, and JMS's milliseconds may not hold it. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private DueTime() {}

    static Optional<Instant> of(TaskOptions options, TaskClock clock) {
        if (options.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> countdown = options.get(TaskOption.COUNTDOWN);
        Optional<Instant> eta = options.get(TaskOption.ETA);
        if (countdown.isPresent() && eta.isPresent()) {
            throw new TaskOptionException("The call has a countdown of " + countdown.get() + " and an eta of "
                    + eta.get() + ": say one of them");
        }
        if (countdown.isEmpty() && eta.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Instant due = eta.orElseGet(() -> later(now, countdown.get()));
        if (due.isAfter(LATEST)) {
            throw new TaskOptionException("The task would be due at " + due + ": the latest that can be is " + LATEST);
        }
        // Milliseconds are what a broker's delay can say; rounded up, so that a task never runs early.
        Instant whole = due.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
        return due.isAfter(now) ? Optional.of(whole) : Optional.empty();
    }

    private static Instant later(Instant now, Duration countdown) {
        try {
            return now.plus(countdown);
        } catch (DateTimeException | ArithmeticException e) {
            throw new TaskOptionException("A countdown of " + countdown + " is beyond all dates", e);
        }
    }
}
