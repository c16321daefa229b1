package no.abakus.tasks.result;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.NewsListener;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.TaskNews;
import no.abakus.tasks.port.TaskRecord;

/**
 * The callers on this node that wait for tasks to end. The broker's notifications wake them, and slow polling of the
 * database covers lost notifications. Costs nothing while no caller waits. Thread-safe.
 */
public final class ResultWaiters implements NewsListener {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(5);

    /** A notification may arrive before the row is visible, so poll again after 5, 10, 20 … 160 ms. */
    private static final Duration AFTER_NEWS = Duration.ofMillis(5);

    private static final int LOOKS_AFTER_NEWS = 7;

    private final ConcurrentMap<String, Set<CompletableFuture<TaskRecord>>> waiting = new ConcurrentHashMap<>();
    private final ResultBackend backend;
    private final Later later;

    public ResultWaiters(ResultBackend backend, Later later) {
        this.backend = backend;
        this.later = later;
    }

    /**
     * Returns a future that completes with the task's record after the task ends. Callers that give up must cancel it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // removing a waiter cannot fail
    CompletableFuture<TaskRecord> end(String id) {
        CompletableFuture<TaskRecord> end = new CompletableFuture<>();
        waiting.compute(id, (key, others) -> {
            Set<CompletableFuture<TaskRecord>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(end);
            return all;
        });
        end.whenComplete((record, thrown) -> leave(id, end));
        // Register first and then read, so that the task cannot end unnoticed in between.
        Optional<TaskRecord> already = backend.find(id).filter(ResultWaiters::isEnded);
        if (already.isPresent()) {
            end.complete(already.get());
        } else {
            lookAfter(id, FIRST_LOOK);
        }
        return end;
    }

    private void leave(String id, CompletableFuture<TaskRecord> end) {
        waiting.computeIfPresent(id, (key, all) -> {
            all.removeIf(other -> other == end);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void heard(TaskNews news) {
        if (news.state().isFinal() && waiting.containsKey(news.id())) {
            later.run(Duration.ZERO, () -> look(news.id(), 1));
        }
    }

    private void look(String id, int count) {
        if (waiting.containsKey(id) && !completed(id) && count < LOOKS_AFTER_NEWS) {
            later.run(AFTER_NEWS.multipliedBy(1L << (count - 1)), () -> look(id, count + 1));
        }
    }

    private void lookAfter(String id, Duration pause) {
        later.run(pause, () -> {
            if (waiting.containsKey(id) && !completed(id)) {
                Duration longer = pause.multipliedBy(2);
                lookAfter(id, longer.compareTo(SLOWEST_LOOK) < 0 ? longer : SLOWEST_LOOK);
            }
        });
    }

    private boolean completed(String id) {
        Optional<TaskRecord> record;
        try {
            record = backend.find(id).filter(ResultWaiters::isEnded);
        } catch (OperationalException e) {
            // The database is unreachable. Callers keep waiting, because the next poll may succeed.
            return false;
        }
        record.ifPresent(
                ended -> List.copyOf(waiting.getOrDefault(id, Set.of())).forEach(end -> end.complete(ended)));
        return record.isPresent();
    }

    private static boolean isEnded(TaskRecord record) {
        return record.state().isFinal();
    }

    /** Returns the number of tasks that callers wait for. */
    int size() {
        return waiting.size();
    }
}
