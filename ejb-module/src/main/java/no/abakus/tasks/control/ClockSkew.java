package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.SharedClock;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Measures how far this node's clock is ahead of the database's clock, which all nodes share. If a node's clock is
 * wrong, the node's tasks start early or late, and expire at the wrong time. Thread-safe.
 */
public final class ClockSkew implements HealthProbe {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(1);
    private static final Duration UNBEARABLE = Duration.ofSeconds(10);

    private final TaskClock clock;
    private Duration ahead;
    private boolean isWarned;

    /** Creates a skew that has not been measured yet. */
    public ClockSkew(TaskClock clock) {
        this.clock = clock;
    }

    /** Compares the clocks. If the shared clock cannot be read, the result of the last comparison remains. */
    public void look(SharedClock shared) {
        Instant before = clock.now();
        long begun = clock.nanos();
        Instant there;
        try {
            there = shared.now();
        } catch (OperationalException e) {
            log.debug("clock_not_compared", e);
            return;
        }
        // The database read its clock at an unknown moment of the query, so the comparison may be wrong by half of the
        // query's duration.
        Duration half = clock.since(begun).dividedBy(2);
        measured(Duration.between(there, before.plus(half)), half);
    }

    private synchronized void measured(Duration found, Duration doubt) {
        if (found.abs().minus(doubt).compareTo(WORTH_A_WARNING) <= 0 && doubt.compareTo(WORTH_A_WARNING) > 0) {
            // The answer took so long that the comparison proves nothing.
            return;
        }
        ahead = found;
        boolean isWrong = found.abs().minus(doubt).compareTo(WORTH_A_WARNING) > 0;
        if (isWrong && !isWarned) {
            log.warning(
                    "clock_skew",
                    "ahead_seconds",
                    found.toMillis() / 1e3,
                    "detail",
                    "compared with the database's clock; countdown, eta and expires of tasks sent or received here are"
                            + " off by this much",
                    "next",
                    "compared again every minute; above " + UNBEARABLE.toSeconds()
                            + " s the node is not ready and leaves all tasks to the other nodes, if there are any");
        } else if (!isWrong && isWarned) {
            log.info("clock_right_again", "ahead_seconds", found.toMillis() / 1e3);
        }
        isWarned = isWrong;
    }

    /** How far this node's clock is ahead; negative if it is behind, and empty before the first comparison. */
    public synchronized Optional<Duration> ahead() {
        return Optional.ofNullable(ahead);
    }

    /** The current time of the shared clock. Before the first comparison, the current time of this node's own clock. */
    Instant sharedNow() {
        return clock.now().minus(ahead().orElse(Duration.ZERO));
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public void check() {
        ahead().filter(skew -> skew.abs().compareTo(UNBEARABLE) > 0).ifPresent(skew -> {
            throw new IllegalStateException("The clock of this node is "
                    + skew.abs().toMillis() / 1e3 + " s "
                    + (skew.isNegative() ? "behind" : "ahead of") + " the database's. Correct it, or the clock of the"
                    + " database if all nodes report this. The clocks are compared again every minute. With this"
                    + " difference, the node leaves all tasks to the other nodes, if there are any.");
        });
    }
}
