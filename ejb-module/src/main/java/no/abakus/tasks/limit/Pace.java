package no.abakus.tasks.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Grants turns at even intervals. After a pause, callers can catch up on missed turns, up to the allowance. This is the
 * generic cell rate algorithm. It stores only one time: when the next turn would be due without an allowance.
 * Thread-safe.
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

    /**
     * Takes a turn and returns empty if a turn is available now. Otherwise returns the time of the next available turn.
     */
    synchronized Optional<Instant> takeNow(Instant now) {
        Instant turn = turn(now);
        if (turn.isAfter(now)) {
            return Optional.of(turn);
        }
        take(now);
        return Optional.empty();
    }

    /** Whether the turns taken so far no longer affect later turns. */
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
