package no.abakus.tasks.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.QueueDepth;

/**
 * Reads the counts of a long period in parts and adds up the counts of each minute. Only one part is in memory at a
 * time, because the counts of many tasks in a year would not fit.
 */
final class Parts {

    /** Counts that are older than this are kept by the hour. */
    private static final Duration BY_MINUTE = Duration.ofDays(3);

    /** Nothing older than this is kept. */
    private static final Duration KEPT = Duration.ofDays(366);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private Parts() {}

    /** Returns the counts of all tasks and nodes together, by minute or hour. */
    static List<MinuteCounts> minutes(
            Instant from, Instant to, Instant now, BiFunction<Instant, Instant, List<MinuteCounts>> read) {
        List<MinuteCounts> all = new ArrayList<>();
        for (Instant at = first(from, now); at.isBefore(last(to, now)); at = next(at, to, now)) {
            Map<Instant, MinuteCounts> sums = new TreeMap<>();
            read.apply(at, next(at, to, now)).forEach(one -> sums.merge(one.at(), one, MinuteCounts::plus));
            all.addAll(sums.values());
        }
        return all;
    }

    /** Returns how many tasks waited in all queues together, by minute. */
    static List<QueueDepth> depths(
            Instant from, Instant to, Instant now, BiFunction<Instant, Instant, List<QueueDepth>> read) {
        OptionalLong unknown = OptionalLong.empty();
        List<QueueDepth> all = new ArrayList<>();
        for (Instant at = first(from, now); at.isBefore(last(to, now)); at = next(at, to, now)) {
            Map<Instant, Long> sums = new TreeMap<>();
            read.apply(at, next(at, to, now))
                    .forEach(one -> one.waiting().ifPresent(waiting -> sums.merge(one.at(), waiting, Long::sum)));
            sums.forEach((minute, waiting) ->
                    all.add(new QueueDepth(minute, "", OptionalLong.of(waiting), unknown, unknown, unknown)));
        }
        return all;
    }

    private static Instant first(Instant from, Instant now) {
        Instant oldest = now.minus(KEPT);
        return from.isBefore(oldest) ? oldest : from;
    }

    private static Instant last(Instant to, Instant now) {
        Instant newest = now.plus(HOUR);
        return to.isAfter(newest) ? newest : to;
    }

    private static Instant next(Instant at, Instant to, Instant now) {
        Instant next = at.plus(at.isBefore(now.minus(BY_MINUTE)) ? DAY : HOUR);
        return next.isAfter(last(to, now)) ? last(to, now) : next;
    }
}
