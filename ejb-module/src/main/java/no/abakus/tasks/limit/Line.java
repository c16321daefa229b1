package no.abakus.tasks.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.abakus.tasks.config.LongestSpan;
import no.abakus.tasks.registry.RateLimit;

/**
 * A line of tasks that wait for the same limit. Grants turns in advance, and counts the tasks that start. Thread-safe.
 */
final class Line {

    /**
     * How much missed time can be made up if no worker was free at the time of a turn. It is a twentieth of a minute,
     * so a minute without bursts exceeds the limit by a twentieth at most.
     */
    private static final Duration CATCHING_UP = Duration.ofSeconds(3);

    private final UnaryOperator<Instant> turns;
    private final Pace given;
    private final Pace begun;

    private Line(Pace given, UnaryOperator<Instant> turns, Duration allowance, Duration interval) {
        this.given = given;
        this.turns = turns;
        this.begun = new Pace(interval, allowance.compareTo(CATCHING_UP) > 0 ? allowance : CATCHING_UP);
    }

    static Line ofNode(RateLimit limit) {
        Pace given = new Pace(limit.interval(), allowance(limit));
        return new Line(given, given::take, allowance(limit), limit.interval());
    }

    static Line ofCluster(RateLimit limit, UnaryOperator<Instant> turns) {
        return new Line(new Pace(limit.interval(), allowance(limit)), turns, allowance(limit), limit.interval());
    }

    static Duration allowance(RateLimit limit) {
        return LongestSpan.atMost(limit.interval().multipliedBy(limit.burst() - 1L));
    }

    /** Takes the next free turn, which is now or later. */
    Instant turn(Instant now) {
        return turns.apply(now);
    }

    /**
     * Counts a start and returns empty. If too many tasks have just started, counts nothing and returns the time at
     * which another task may start.
     */
    Optional<Instant> begin(Instant now) {
        return begun.takeNow(now);
    }

    boolean isIdle(Instant now) {
        return given.isIdle(now) && begun.isIdle(now);
    }
}
