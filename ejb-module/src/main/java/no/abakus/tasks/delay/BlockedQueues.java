package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers the queues that have recently refused messages, and which of them to skip for a while. Not thread-safe. */
final class BlockedQueues {

    private static final Duration WHILE = Duration.ofSeconds(10);

    /** A queue that is no longer skipped is forgotten after this time, unless it refuses another message. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    /**
     * The maximum number of remembered queues. It is limited because another sender may invent queue names, and each
     * name costs one attempt per period.
     */
    private static final int MOST = 1_000;

    private final Map<String, Blocked> queues = new HashMap<>();

    private record Blocked(Instant since, Instant until) {}

    /** The queues to skip now. */
    Set<String> names(Instant now) {
        queues.values().removeIf(blocked -> !blocked.until().plus(REMEMBERED).isAfter(now));
        return queues.entrySet().stream()
                .filter(blocked -> blocked.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Skips a queue for a while; returns false if too many other queues are remembered already. */
    boolean add(String queue, Instant now) {
        if (queues.size() >= MOST && !queues.containsKey(queue)) {
            return false;
        }
        queues.merge(
                queue,
                new Blocked(now, now.plus(WHILE)),
                (before, again) -> new Blocked(before.since(), again.until()));
        return true;
    }

    /** How long the queue has been refusing messages. */
    Duration refusing(String queue, Instant now) {
        Blocked blocked = queues.get(queue);
        return blocked == null ? Duration.ZERO : Duration.between(blocked.since(), now);
    }
}
