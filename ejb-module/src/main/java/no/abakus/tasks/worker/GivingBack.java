package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Returns;

/**
 * When a task comes again that goes back to the broker: twice as late each time, up to a longest wait. No task goes back more
 * than {@link #MOST} times, whatever the reasons: something has to be wrong with it by then.
 */
final class GivingBack {

    /** Over a quarter of an hour, with a longest wait of a minute. */
    static final int MOST = 20;

    /** Long enough that a thousand such tasks keep no node busy. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final TaskClock clock;

    GivingBack(TaskClock clock) {
        this.clock = clock;
    }

    /** Whether a task may go back once more. */
    static boolean mayReturn(Returns before) {
        return before.times() < MOST;
    }

    /** The task goes back, for this reason. */
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
