package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Returns;

/**
 * Computes when a task that goes back to the broker is delivered again. The wait doubles each time, up to a maximum.
 * After {@link #MOST} returns, a task does not go back any more, because the task itself is probably faulty.
 */
final class GivingBack {

    /**
     * The maximum number of times that a task goes back. With waits of up to a minute, these returns take a quarter of
     * an hour in total.
     */
    static final int MOST = 20;

    /** The longest wait. It is long enough that even a thousand such tasks do not keep a node busy. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final TaskClock clock;

    GivingBack(TaskClock clock) {
        this.clock = clock;
    }

    /** Whether a task may be returned once more. */
    static boolean mayReturn(Returns before) {
        return before.times() < MOST;
    }

    /** The outcome of a task that goes back to the broker for this reason. */
    Outcome.GivenBack because(String reason, String detail, Returns before) {
        return because(reason, detail, before, LONGEST);
    }

    Outcome.GivenBack because(String reason, String detail, Returns before, Duration longest) {
        Instant now = clock.now();
        Duration doubled = FIRST.multipliedBy(1L << Math.min(before.times(), MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(longest) > 0 ? longest : doubled;
        return new Outcome.GivenBack(before.again(reason, now), now.plus(wait), detail);
    }
}
