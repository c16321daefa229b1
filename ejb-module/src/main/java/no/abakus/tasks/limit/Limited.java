package no.abakus.tasks.limit;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import no.abakus.tasks.registry.RateLimit;

/** The limit of one task, with a line for each value of the limit's key. Thread-safe. */
final class Limited {

    /**
     * If there are this many lines, idle lines are removed before a line is added. Nothing is lost, because a new line
     * starts in the same state.
     */
    private static final int MANY_LINES = 10_000;

    private final RateLimit limit;
    private final Function<String, Line> opening;
    private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

    Limited(RateLimit limit, Function<String, Line> opening) {
        this.limit = limit;
        this.opening = opening;
    }

    RateLimit limit() {
        return limit;
    }

    Line line(String key, Instant now) {
        Line known = lines.get(key);
        if (known != null) {
            return known;
        }
        if (lines.size() >= MANY_LINES) {
            lines.values().removeIf(line -> line.isIdle(now));
        }
        return lines.computeIfAbsent(key, opening);
    }

    int lines() {
        return lines.size();
    }
}
