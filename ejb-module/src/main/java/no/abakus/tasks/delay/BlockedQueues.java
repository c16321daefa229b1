package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Queues that took no message lately, and are left alone for a while. To be used by one thread at a time. */
final class BlockedQueues {

    private static final Duration WHILE = Duration.ofSeconds(10);

    /** Names that strangers make up are no reason to hold up all others; each costs one attempt a while. */
    private static final int MOST = 1_000;

    private final Map<String, Instant> until = new HashMap<>();

    /** The queues to leave alone now. */
    Set<String> names(Instant now) {
        until.values().removeIf(end -> !end.isAfter(now));
        return Set.copyOf(until.keySet());
    }

    /** Leaves a queue alone; answers whether it can, for there may be too many. */
    boolean add(String queue, Instant now) {
        if (until.size() >= MOST) {
            return false;
        }
        until.put(queue, now.plus(WHILE));
        return true;
    }
}
