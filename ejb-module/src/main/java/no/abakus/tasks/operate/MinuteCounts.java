package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How the executions of a task ended in a minute, on one node. Older counts cover an hour and all nodes.
 *
 * @param at the start of the minute or hour
 * @param node the node; empty for all nodes
 * @param task the task's name
 * @param ends how many executions ended in each state; the keys are the states' words in queries, such as
 *     {@code failed}
 * @param waited how many executions fall into each bucket of {@link LogBuckets} by the time that they waited
 * @param took how many executions fall into each bucket of {@link LogBuckets} by the time that they took
 */
public record MinuteCounts(
        Instant at,
        String node,
        String task,
        Map<String, Long> ends,
        Map<Integer, Long> waited,
        Map<Integer, Long> took) {

    public MinuteCounts {
        ends = Map.copyOf(ends);
        waited = Map.copyOf(waited);
        took = Map.copyOf(took);
    }

    /** Returns how many executions ended. */
    public long total() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the sum of these counts and the other counts, with the time, node and task of these counts. */
    public MinuteCounts plus(MinuteCounts other) {
        return new MinuteCounts(
                at, node, task, sum(ends, other.ends), sum(waited, other.waited), sum(took, other.took));
    }

    private static <K> Map<K, Long> sum(Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> sum = new HashMap<>(one);
        other.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
