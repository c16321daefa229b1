package no.abakus.tasks.console.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.LogBuckets;
import no.abakus.tasks.operate.MinuteCounts;

/**
 * The sum of the counts of several minutes.
 *
 * @param total how many executions ended
 * @param failed how many of them failed or were rejected
 * @param waited the numbers of executions by waiting time, in buckets
 * @param took the numbers of executions by the time that they took, in buckets
 */
record Counts(long total, long failed, Map<Integer, Long> waited, Map<Integer, Long> took) {

    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    static Counts of(Collection<MinuteCounts> rows) {
        long total = 0;
        long failed = 0;
        Map<Integer, Long> waited = new HashMap<>();
        Map<Integer, Long> took = new HashMap<>();
        for (MinuteCounts row : rows) {
            total += row.total();
            failed += row.ends().getOrDefault("failed", 0L) + row.ends().getOrDefault("rejected", 0L);
            row.waited().forEach((bucket, count) -> waited.merge(bucket, count, Long::sum));
            row.took().forEach((bucket, count) -> took.merge(bucket, count, Long::sum));
        }
        return new Counts(total, failed, waited, took);
    }

    /** Returns the fraction of executions that failed; empty if none ended. */
    Optional<Double> failedPart() {
        return total == 0 ? Optional.empty() : Optional.of((double) failed / total);
    }

    Optional<Double> waitedP50() {
        return LogBuckets.percentile(waited, HALF);
    }

    Optional<Double> waitedP95() {
        return LogBuckets.percentile(waited, MOST);
    }

    Optional<Double> tookP50() {
        return LogBuckets.percentile(took, HALF);
    }

    Optional<Double> tookP95() {
        return LogBuckets.percentile(took, MOST);
    }
}
