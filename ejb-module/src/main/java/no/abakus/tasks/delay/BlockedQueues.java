package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Queues that recently refused messages, and are left alone for a while. To be used by one thread at a time. */
final class BlockedQueues {

    private static final Duration WHILE = Duration.ofSeconds(10);

    /** Queue names that another sender has made up must not hold up all others; each costs one attempt per period. */
    private static final int MOST = 1_000;

    private final Map<String, Instant> until = new HashMap<>();

    /** The queues to leave alone now. */
    Set<String> names(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }

    /** Leaves a queue alone; returns false if there are too many already. */
    boolean add(String queue, Instant now) {
        if (until.size() >= MOST) {
            return false;
        }
        until.put(queue, now.plus(WHILE));
        return true;
    }
}
