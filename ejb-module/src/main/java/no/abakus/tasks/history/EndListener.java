package no.abakus.tasks.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.LineTail;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Counts ended executions, and passes those that are kept to the writer. A task that succeeded or was ignored never
 * waits for this. Any other task waits up to a second for room in the ring. While the database is unavailable, it does
 * not wait, because no room becomes free. Thread-safe.
 */
final class EndListener implements EventListener {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KeptEnds kept;
    private final Sampler sampler;
    private final Rows rows;
    private final MinuteCounters counters;
    private final RecentEnds recent;
    private final Ring ring;
    private final HistoryWriter writer;

    EndListener(
            KeptEnds kept,
            Sampler sampler,
            Rows rows,
            MinuteCounters counters,
            RecentEnds recent,
            Ring ring,
            HistoryWriter writer) {
        this.kept = kept;
        this.sampler = sampler;
        this.rows = rows;
        this.counters = counters;
        this.recent = recent;
        this.ring = ring;
        this.writer = writer;
    }

    @Override
    public void onEvent(TaskEvent event) {
        // Most executions succeed, and at a high rate most of them are not kept. So no objects are created for a
        // success before it is certain that the success is kept.
        if (event instanceof TaskEvent.Succeeded succeeded) {
            LineTail.discard();
            succeeded(succeeded);
            return;
        }
        Optional<End> end = End.of(event);
        if (end.isPresent()) {
            unsuccessful(end.get());
        }
    }

    private void succeeded(TaskEvent.Succeeded event) {
        String task = event.delivery().message().task();
        if (!kept.areNone()) {
            counters.count(task, TaskState.SUCCESS, Optional.of(event.waited()), Optional.of(event.took()));
        }
        int weight = sampler.weight(task, event.delivery().message().id());
        if (weight == 0) {
            return;
        }
        HistoryRow row = rows.of(End.of(event).orElseThrow(), weight, List.of());
        recent.add(row);
        if (kept.includeSuccesses()) {
            ring.offer(row);
        }
    }

    private void unsuccessful(End end) {
        HistoryRow row = rows.of(end, 1, lines(end));
        EndedTask ended = row.ended();
        recent.add(row);
        if (kept.areNone()) {
            return;
        }
        counters.count(ended.task(), ended.state(), ended.waited(), ended.took());
        boolean isSuccess = ended.state() == TaskState.IGNORED;
        boolean isPatient = !isSuccess && !writer.isAway();
        if (isPatient) {
            ring.offer(row, PATIENCE);
        } else if (!isSuccess || kept.includeSuccesses()) {
            ring.offer(row);
        }
    }

    /**
     * Returns the log lines of the execution on this thread, and stops collecting them. An event without a delivery is
     * about another task. For example, a running task may send a task that has already expired.
     */
    private static List<String> lines(End end) {
        return end.delivery().isPresent() ? LineTail.end() : List.of();
    }
}
