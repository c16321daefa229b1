package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.abakus.tasks.port.SharedPace;

/**
 * The turns of rate limits in a map. Nodes that have the same object share the turns. Passes {@code
 * SharedPaceContract}. Thread-safe.
 */
public final class InMemoryPace implements SharedPace {

    private final Map<String, Instant> nextByLine = new HashMap<>();

    @Override
    public synchronized Instant next(String line, Duration interval, Duration allowance, Instant now) {
        Instant kept = nextByLine.getOrDefault(line, now);
        Instant next = kept.isAfter(now) ? kept : now;
        nextByLine.put(line, next.plus(interval));
        Instant turn = next.minus(allowance);
        return turn.isAfter(now) ? turn : now;
    }
}
