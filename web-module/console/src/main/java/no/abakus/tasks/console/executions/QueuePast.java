package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskHistory;

/** What the database knows of a queue's recent past. Without the database, nothing is known. */
final class QueuePast {

    private static final Duration PACE = Duration.ofMinutes(10);
    private static final Duration LOOK_BACK = Duration.ofHours(3);

    private final TaskHistory history;
    private final QueueDepths depths;

    QueuePast(TaskHistory history, QueueDepths depths) {
        this.history = history;
        this.depths = depths;
    }

    /**
     * Returns how long the next tasks of a queue will take at the pace of the last ten minutes; empty if that pace is
     * unknown.
     */
    Optional<Duration> timeFor(String queue, long tasks, Instant now) {
        if (history.origin().isMemory()) {
            return Optional.empty();
        }
        Instant from = now.minus(PACE).truncatedTo(ChronoUnit.MINUTES);
        long ended = history.minutes(from, now, Optional.empty()).stream()
                .mapToLong(MinuteCounts::total)
                .sum();
        // The counts are not per queue, and the facets cover only the newest rows. So the counts give the total, and
        // the facets the queue's share.
        Map<String, Long> queues = history.facets(HistoryQuery.parse("age<10m", now), HistoryField.QUEUE);
        long known = queues.values().stream().mapToLong(Long::longValue).sum();
        double ofQueue = known == 0 ? 0 : (double) ended * queues.getOrDefault(queue, 0L) / known;
        return ofQueue == 0
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis((long) (Duration.between(from, now).toMillis() * tasks / ofQueue)));
    }

    /**
     * Returns the minute since which the queue has had no consumer; empty if it has a consumer, has had none for hours,
     * or nothing is known.
     */
    Optional<Instant> withoutConsumerSince(String queue, Instant now) {
        List<QueueDepth> minutes;
        try {
            minutes = depths.depths(now.minus(LOOK_BACK), now, Optional.of(queue));
        } catch (OperationalException e) {
            return Optional.empty();
        }
        for (int i = minutes.size() - 1; i >= 0; i--) {
            if (!minutes.get(i).consumers().equals(OptionalLong.of(0))) {
                return i + 1 < minutes.size() ? Optional.of(minutes.get(i + 1).at()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
