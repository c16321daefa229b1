package no.abakus.tasks.console.executions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskHistory;

/** What the database knows of a queue's recent past. Without it, nothing is known. */
final class QueuePast {

    private static final Duration PACE = Duration.ofMinutes(10);
    private static final Duration LOOK_BACK = Duration.ofHours(3);

    private final TaskHistory history;
    private final QueueDepths depths;

    QueuePast(TaskHistory history, QueueDepths depths) {
        this.history = history;
        this.depths = depths;
    }

    /** How long the next tasks of a queue take, if it goes on as in the last ten minutes; empty if none has ended. */
    Optional<Duration> timeFor(String queue, long tasks, Instant now) {
        if (history.origin().isMemory()) {
            return Optional.empty();
        }
        long ended = history.facets(HistoryQuery.parse("age<10m", now), HistoryField.QUEUE)
                .getOrDefault(queue, 0L);
        return ended == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) ((double) PACE.toMillis() * tasks / ended)));
    }

    /** The first of the latest minutes in which the queue had no consumer; empty if it had none for hours. */
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
