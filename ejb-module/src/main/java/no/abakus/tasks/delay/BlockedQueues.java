package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Queues that recently refused messages and are skipped for a while. Not thread-safe. */
final class BlockedQueues {

    private static final Duration WHILE = Duration.ofSeconds(10);

    /**
     * The most queues that are skipped, because another sender may invent queue names. Each name costs one attempt per
     * period.
     */
    private static final int MOST = 1_000;

    private final Map<String, Instant> until = new HashMap<>();

    /** The queues to skip now. */
    Set<String> names(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }

    /** Skips a queue for a while; returns false if too many are skipped already. */
    boolean add(String queue, Instant now) {
        if (until.size() >= MOST) {
            return false;
        }
        until.put(queue, now.plus(WHILE));
        return true;
    }
}
