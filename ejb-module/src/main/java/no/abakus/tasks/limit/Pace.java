package no.abakus.tasks.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns at even intervals. Some of the turns missed in a pause may be made up for. Known as the generic cell rate
 * algorithm: it remembers only when the next turn would be due if there were no allowance. Thread-safe.
 */
final class Pace {

    private final Duration interval;
    private final Duration allowance;
    private Instant next = Instant.MIN;

    Pace(Duration interval, Duration allowance) {
        this.interval = interval;
        this.allowance = allowance;
    }

    /** Takes the next turn, which is now or later. */
    synchronized Instant take(Instant now) {
        Instant turn = turn(now);
        next = (next.isAfter(now) ? next : now).plus(interval);
        return turn;
    }

    /** Takes a turn if one is available now; otherwise returns when one would be. */
    synchronized Optional<Instant> takeNow(Instant now) {
        Instant turn = turn(now);
        if (turn.isAfter(now)) {
            return Optional.of(turn);
        }
        take(now);
        return Optional.empty();
    }

    /** Whether its state no longer affects any turn from now on. */
    synchronized boolean isIdle(Instant now) {
        return !next.isAfter(now);
    }

    private Instant turn(Instant now) {
        if (!next.isAfter(now)) {
            return now;
        }
        Instant earliest = next.minus(allowance);
        return earliest.isAfter(now) ? earliest : now;
    }
}
