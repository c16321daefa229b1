package no.abakus.tasks;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a node says of itself.
 *
 * @param node its name
 * @param pid its process
 * @param startedAt when the task system was started there
 * @param takesTasks whether it takes new tasks; not after it was told to be quiet
 * @param active how many tasks it runs now
 * @param processed how many executions have ended there, by the names of tasks. Celery: {@code total}
 * @param ends how many executions have ended there, by how: {@code succeeded}, {@code failed}, {@code retried}, {@code revoked} …
 * @param rateLimits the rate limits that hold there, by the names of tasks
 * @param events whether it tells monitoring events
 * @param eventsDropped how many of these it had to drop
 * @param processors how many processors it has
 * @param load the machine's load average over a minute; negative where that is not known
 * @param heapUsed how many bytes of heap are used
 * @param heapMax how many there are at most
 */
public record NodeStats(
        String node,
        long pid,
        Instant startedAt,
        boolean takesTasks,
        int active,
        Map<String, Long> processed,
        Map<String, Long> ends,
        Map<String, String> rateLimits,
        boolean events,
        long eventsDropped,
        int processors,
        double load,
        long heapUsed,
        long heapMax) {

    public NodeStats {
        processed = Collections.unmodifiableMap(new TreeMap<>(processed));
        ends = Collections.unmodifiableMap(new TreeMap<>(ends));
        rateLimits = Collections.unmodifiableMap(new TreeMap<>(rateLimits));
    }
}
