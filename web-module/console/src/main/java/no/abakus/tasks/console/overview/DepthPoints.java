package no.abakus.tasks.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.console.overview.SeriesResource.Point;
import no.abakus.tasks.operate.QueueDepth;

/** Averages the numbers of waiting tasks over steps of time. */
final class DepthPoints {

    private DepthPoints() {}

    /**
     * Returns the average number of tasks that waited in all queues together during each step. Steps without data are
     * missing.
     */
    static Map<Integer, Double> bySlot(List<QueueDepth> depths, Instant start, int step) {
        Map<Instant, Long> minutes = new TreeMap<>();
        for (QueueDepth depth : depths) {
            if (depth.waiting().isPresent()) {
                minutes.merge(depth.at(), depth.waiting().getAsLong(), Long::sum);
            }
        }
        Map<Integer, long[]> sums = new HashMap<>();
        minutes.forEach((minute, waiting) -> {
            int slot = (int) (Duration.between(start, minute).toSeconds() / step);
            long[] sum = sums.computeIfAbsent(slot, first -> new long[2]);
            sum[0] += waiting;
            sum[1]++;
        });
        Map<Integer, Double> averages = new HashMap<>();
        sums.forEach((slot, sum) -> averages.put(slot, (double) sum[0] / sum[1]));
        return averages;
    }

    static List<Point> of(List<QueueDepth> depths, Instant start, int count, int step) {
        Map<Integer, Double> averages = bySlot(depths, start, step);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(slot -> new Point(start.plusSeconds((long) slot * step), averages.get(slot)))
                .toList();
    }
}
