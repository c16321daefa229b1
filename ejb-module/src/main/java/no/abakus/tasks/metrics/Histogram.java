package no.abakus.tasks.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import no.abakus.tasks.operate.Metric;

/** The distribution of durations. Recording takes no lock. Thread-safe. */
final class Histogram {

    /**
     * The upper bounds of the buckets, in seconds: some of OpenTelemetry's bounds for messaging, and more bounds for
     * tasks that run for minutes or hours.
     */
    private static final List<Double> BOUNDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0);

    private static final long[] BOUNDS_MICROS =
            BOUNDS.stream().mapToLong(bound -> Math.round(bound * 1e6)).toArray();

    /**
     * Longer durations count as this long, because a message from another sender may have any due time and the sum must
     * not overflow.
     */
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final LongAdder[] counts = new LongAdder[BOUNDS.size() + 1];
    private final LongAdder sumMicros = new LongAdder();

    Histogram() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void record(Duration duration) {
        long micros = micros(duration);
        int bucket = 0;
        while (bucket < BOUNDS_MICROS.length && micros > BOUNDS_MICROS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sumMicros.add(micros);
    }

    private static long micros(Duration duration) {
        if (duration.isNegative()) {
            return 0;
        }
        return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos() / 1_000;
    }

    Metric.Distribution read(Map<String, String> attributes) {
        List<Long> read = new ArrayList<>(counts.length);
        for (LongAdder count : counts) {
            read.add(count.sum());
        }
        return new Metric.Distribution(attributes, BOUNDS, List.copyOf(read), sumMicros.sum() / 1e6);
    }
}
