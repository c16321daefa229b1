package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node's statistics about itself.
 *
 * @param node its name
 * @param pid its process id
 * @param startedAt when the task system started on the node
 * @param takesTasks whether it accepts new tasks; false after {@link TaskControl#quiet}, for example
 * @param active how many tasks it is running now
 * @param processed how many executions have ended on the node, by task name. Celery: {@code total}
 * @param ends how many executions have ended on the node, by outcome: {@code succeeded}, {@code failed},
 *     {@code retried}, {@code revoked} …
 * @param rateLimits the node's current rate limits, by task name
 * @param events whether it sends monitoring events
 * @param eventsDropped how many monitoring events it had to drop
 * @param processors how many processors it has
 * @param load the machine's load average over one minute; negative if unknown
 * @param heapUsed the heap in use, in bytes
 * @param heapMax the maximum heap, in bytes
 * @param clockAhead how many seconds its clock is ahead of the database's, negative if it is behind; null if the clocks
 *     have not been compared yet or the node does not report the difference
 * @param historyDropped how many ended executions it has not kept in the history since its start, as
 *     {@link TaskHistory#dropped} counts; null if the node does not report it
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
        long heapMax,
        Double clockAhead,
        Long historyDropped) {

    public NodeStats {
        processed = Collections.unmodifiableMap(new TreeMap<>(processed));
        ends = Collections.unmodifiableMap(new TreeMap<>(ends));
        rateLimits = Collections.unmodifiableMap(new TreeMap<>(rateLimits));
    }

    /** Creates statistics without {@code historyDropped}. */
    public NodeStats(
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
            long heapMax,
            Double clockAhead) {
        this(
                node,
                pid,
                startedAt,
                takesTasks,
                active,
                processed,
                ends,
                rateLimits,
                events,
                eventsDropped,
                processors,
                load,
                heapUsed,
                heapMax,
                clockAhead,
                null);
    }
}
