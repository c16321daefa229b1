package no.abakus.tasks.result;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.registry.ResultType;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.TaskMessage;

/** Reads the outcome of tasks, and creates handles for them. Thread-safe. */
public final class Results {

    /** How many records are deleted at a time, so that transactions stay small. */
    private static final int CLEAN_UP_BATCH = 1_000;

    private final ResultBackend backend;
    private final ResultCodec codec;
    private final ResultWaiters waiters;
    private final TaskRegistry registry;
    private final Revoking revoking;
    private final Transactions transactions;
    private final BooleanSupplier inTask;
    private final TaskClock clock;

    /**
     * Creates an object that gives callers their results. {@code inTask} says whether the calling thread runs a task.
     */
    public Results(
            ResultBackend backend,
            ResultCodec codec,
            ResultWaiters waiters,
            TaskRegistry registry,
            Revoking revoking,
            Transactions transactions,
            BooleanSupplier inTask,
            TaskClock clock) {
        this.backend = backend;
        this.codec = codec;
        this.waiters = waiters;
        this.registry = registry;
        this.revoking = revoking;
        this.transactions = transactions;
        this.inTask = inTask;
        this.clock = clock;
    }

    /**
     * Returns the handle of a task that was just sent.
     *
     * @param inStage whether the handle returns the result as a completed stage, because the task method returns a
     *     stage
     */
    public <R> AsyncResult<R> sent(TaskMessage message, boolean inStage) {
        boolean ignored = message.ignoreResult().isEmpty()
                ? registry.find(message.task()).isPresent()
                : message.ignoreResult().get();
        return new TaskHandle<>(this, message.id(), message.task(), ignored, false, inStage);
    }

    /** Returns the handle of any task. */
    public AsyncResult<Object> of(String id) {
        return new TaskHandle<>(this, id, "", false, false, false);
    }

    /** Returns the outcomes of tasks, for operators. */
    public TaskResults reports() {
        return new ResultReports(this);
    }

    /** Returns the record of a task. */
    public Optional<TaskRecord> find(String id) {
        return backend.find(id);
    }

    /**
     * Returns a future that completes with the task's record after the task ends. Callers that give up must cancel it.
     */
    public CompletableFuture<TaskRecord> end(String id) {
        return waiters.end(id);
    }

    /** Returns the result in this record, as the type that the task method declares; null if there is none. */
    public Object value(TaskRecord record) {
        if (record.state() != TaskState.SUCCESS || record.value().isEmpty()) {
            return null;
        }
        return codec.read(record.value().get(), typeOf(record.task()));
    }

    /** Returns the result in this record as plain maps, lists, strings and numbers; null if there is none. */
    public Object plainValue(TaskRecord record) {
        return record.state() == TaskState.SUCCESS
                ? record.value().map(value -> codec.read(value, Object.class)).orElse(null)
                : null;
    }

    /** Returns the failure in this record: why the task failed or is retried. */
    public Optional<TaskFailure> failure(TaskRecord record) {
        return record.state() == TaskState.SUCCESS
                ? Optional.empty()
                : record.value().map(value -> (TaskFailure) codec.read(value, TaskFailure.class));
    }

    /** Returns the executions that ended with a retry, in order. */
    public List<TaskAttempt> attempts(String id) {
        return backend.attempts(id).stream().map(this::attempt).toList();
    }

    private TaskAttempt attempt(StoredAttempt stored) {
        return new TaskAttempt(
                stored.retries(),
                stored.worker(),
                stored.startedAt(),
                stored.endedAt(),
                stored.nextAt(),
                stored.cause().map(cause -> (TaskFailure) codec.read(cause, TaskFailure.class)));
    }

    private Type typeOf(String task) {
        return registry.resultType(task).map(ResultType::value).orElse(Object.class);
    }

    /** Deletes all records of a task. */
    public boolean forget(String id) {
        return backend.forget(id);
    }

    /** Prevents a task from running. */
    public RevokeOutcome revoke(String id, boolean terminate) {
        return revoking.revoke(id, terminate);
    }

    /** Deletes expired records in batches; returns how many were deleted. */
    public int cleanUp() {
        int removed = 0;
        int batch;
        do {
            batch = transactions.own(() -> backend.removeExpired(clock.now(), CLEAN_UP_BATCH));
            removed += batch;
        } while (batch >= CLEAN_UP_BATCH);
        return removed;
    }

    TaskClock clock() {
        return clock;
    }

    boolean isCalledInTask() {
        return inTask.getAsBoolean();
    }
}
