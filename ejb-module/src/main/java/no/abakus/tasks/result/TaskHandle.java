package no.abakus.tasks.result;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.ResultTimeoutException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailedException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.TaskRecord;

/** The handle of a task. Remembers the task's outcome after reading it once. */
final class TaskHandle<R> implements AsyncResult<R> {

    private final Results results;
    private final String id;
    private final String task;
    private final boolean ignored;
    private final boolean mayJoin;
    private final boolean inStage;
    private volatile TaskRecord end;

    /**
     * Creates a handle.
     *
     * @param task the task's name; an empty string if the name is not known here
     * @param ignored whether it is certain that nothing is recorded about the task
     * @param mayJoin whether another task may wait for this task
     * @param inStage whether the result is returned as a completed stage
     */
    TaskHandle(Results results, String id, String task, boolean ignored, boolean mayJoin, boolean inStage) {
        this.results = results;
        this.id = id;
        this.task = task;
        this.ignored = ignored;
        this.mayJoin = mayJoin;
        this.inStage = inStage;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String task() {
        return task.isEmpty() ? record().map(TaskRecord::task).orElse("") : task;
    }

    @Override
    public TaskState state() {
        return record().map(TaskRecord::state).orElse(TaskState.UNKNOWN);
    }

    private Optional<TaskRecord> record() {
        TaskRecord seen = end;
        if (seen != null) {
            return Optional.of(seen);
        }
        Optional<TaskRecord> found = results.find(id);
        found.filter(record -> record.state().isFinal()).ifPresent(record -> end = record);
        return found;
    }

    @Override
    public R result() {
        return record().map(this::value).orElse(null);
    }

    @SuppressWarnings("unchecked") // the handle was created with the return type of the task method
    private R value(TaskRecord record) {
        Object value = results.value(record);
        return (R) (inStage ? CompletableFuture.completedFuture(value) : value);
    }

    @Override
    public Optional<TaskFailure> failure() {
        return record().flatMap(results::failure);
    }

    @Override
    public List<TaskAttempt> attempts() {
        return results.attempts(id);
    }

    @Override
    public R get(Duration timeout, boolean propagate) {
        if (results.isCalledInTask() && !mayJoin) {
            throw new IllegalStateException(
                    "Task " + name() + " must not be waited for inside a task. Tasks that wait for"
                            + " tasks can use up all workers and then wait forever. Link the task that is to follow, or"
                            + " call allowJoin().get(…) if the awaited task runs on separate workers");
        }
        if (ignored) {
            return null;
        }
        TaskRecord ended = awaitEnd(timeout);
        if (propagate && ended.state() != TaskState.SUCCESS) {
            throw failed(ended);
        }
        return value(ended);
    }

    private TaskRecord awaitEnd(Duration timeout) {
        if (end == null) {
            CompletableFuture<TaskRecord> coming = results.end(id);
            try {
                end = coming.get(Math.max(0, nanos(timeout)), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new ResultTimeoutException(
                        "Task " + name() + " had not ended after " + timeout + "; the task continues", e);
            } catch (ExecutionException e) {
                throw new OperationalException("Waiting for task " + name() + " failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationalException(
                        "Interrupted while waiting for task " + name() + "; the task continues", e);
            } finally {
                coming.cancel(false);
            }
        }
        return end;
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    private TaskFailedException failed(TaskRecord record) {
        return new TaskFailedException(
                id, record.task(), record.state(), results.failure(record).orElse(null));
    }

    @Override
    public AsyncResult<R> allowJoin() {
        return new TaskHandle<>(results, id, task, ignored, true, inStage);
    }

    @Override
    public List<AsyncResult<Object>> children() {
        return record().map(TaskRecord::children).orElse(List.of()).stream()
                .map(this::other)
                .toList();
    }

    @Override
    public Optional<AsyncResult<Object>> parent() {
        return record().flatMap(TaskRecord::parentId).map(this::other);
    }

    @Override
    public AsyncResult<Object> root() {
        return other(record().map(TaskRecord::rootId).orElse(id));
    }

    private AsyncResult<Object> other(String otherId) {
        return new TaskHandle<>(results, otherId, "", false, mayJoin, false);
    }

    @Override
    public List<AsyncResult<?>> collect(Duration timeout) {
        long begun = results.clock().nanos();
        List<AsyncResult<?>> seen = new ArrayList<>();
        Deque<AsyncResult<?>> ahead = new ArrayDeque<>(List.of(this));
        while (!ahead.isEmpty()) {
            AsyncResult<?> next = ahead.remove();
            boolean kept = next == this || next.state() != TaskState.UNKNOWN;
            if (kept) {
                next.get(timeout.minus(results.clock().since(begun)));
                seen.add(next);
                ahead.addAll(next.children());
            }
        }
        return seen;
    }

    @Override
    public boolean forget() {
        end = null;
        return results.forget(id);
    }

    @Override
    public RevokeOutcome revoke(boolean terminate) {
        return results.revoke(id, terminate);
    }

    @Override
    public CompletionStage<R> toCompletionStage() {
        if (ignored) {
            return CompletableFuture.completedStage(null);
        }
        return results.end(id).thenApply(record -> {
            end = record;
            if (record.state() != TaskState.SUCCESS) {
                throw failed(record);
            }
            return value(record);
        });
    }

    private String name() {
        return task + "[" + id + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsyncResult<?> that && id.equals(that.id());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
