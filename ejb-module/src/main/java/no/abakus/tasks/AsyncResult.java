package no.abakus.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The handle of a task that was sent: asks for what has become of it, and waits for its end. Thread-safe; costs nothing
 * while it is not used, and need not be closed. Celery: {@code AsyncResult}.
 *
 * <p>Every question reads the database, in the caller's transaction if there is one; only an end, once seen, is remembered.
 * A task whose result is ignored writes nothing there: its handle says {@link TaskState#UNKNOWN}, and {@link #get} null.
 * A result that was not wanted when the task was sent cannot be had later.
 *
 * <p>Results are kept for {@code abakus.tasks.result.retention} or the task's own {@code resultRetention}.
 *
 * @param <R> the type of the task's result
 */
public interface AsyncResult<R> {

    /** The task's id, unique, and the same over all its retries. */
    String id();

    /** The task's name; empty text where neither the sender nor the database says it. Celery: {@code name}. */
    String task();

    /** What has become of the task. Celery: {@code state}, {@code status}. */
    TaskState state();

    /** Whether it has ended, well or not. */
    default boolean ready() {
        return state().isFinal();
    }

    /** Whether it has ended well. */
    default boolean successful() {
        return state() == TaskState.SUCCESS;
    }

    /** Whether it has ended by an exception, also that of a message that no worker could read. */
    default boolean failed() {
        TaskState state = state();
        return state == TaskState.FAILURE || state == TaskState.REJECTED;
    }

    /**
     * The result without waiting: null while there is none, where the task ended otherwise, and where null is the result.
     * Celery: {@code result}.
     */
    R result();

    /** What it failed by, or why it is run again; empty otherwise. Celery: {@code info}, {@code traceback}. */
    Optional<TaskFailure> failure();

    /**
     * The executions that asked to be run again, in their order, with node, times and cause; the latest hundred. The last
     * execution is not among them. Empty where the result is ignored.
     */
    List<TaskAttempt> attempts();

    /**
     * Waits for the task's end and answers its result: null at once where the result is ignored. The broker tells of the
     * end, so that this returns within milliseconds of it. A task that was sent in a transaction which is still open cannot
     * end before it is committed: do not wait in it. Celery: {@code get(timeout)}.
     *
     * @throws TaskFailedException if it ended without a result
     * @throws ResultTimeoutException if it did not end in time; the task goes on
     * @throws IllegalStateException on a thread that runs a task: tasks that wait for tasks can use up all workers, and
     *     then wait for ever. Link them instead, or see {@link #allowJoin}
     */
    default R get(Duration timeout) {
        return get(timeout, true);
    }

    /**
     * As {@link #get(Duration)}; without {@code propagate} a task that ended otherwise answers null, and
     * {@link #failure} says why. Celery: {@code get(timeout, propagate)}.
     */
    R get(Duration timeout, boolean propagate);

    /**
     * The same handle, whose {@link #get} may be called in a task: for tasks that know their children to run on other
     * workers than their own. Celery: {@code allow_join_result}.
     */
    AsyncResult<R> allowJoin();

    /**
     * The tasks that this one sent while it ran, and those linked to it, in that order; empty before it has ended, and where
     * it is declared with {@code trail = false}.
     */
    List<AsyncResult<Object>> children();

    /** The task that sent this one; empty where none did, or nothing is known. */
    Optional<AsyncResult<Object>> parent();

    /** The first task of the tree this one belongs to; itself where it is the first, or nothing is known. */
    AsyncResult<Object> root();

    /**
     * Waits for this task, its children and theirs, and answers all of them, nearest first; their results are there then.
     * Children whose result is ignored are left out. Celery: {@code collect}.
     *
     * @param timeout how long to wait for all of them together
     * @throws TaskFailedException if one of them ended without a result
     * @throws ResultTimeoutException if one of them did not end in time. Celery: {@code IncompleteStream}
     */
    List<AsyncResult<?>> collect(Duration timeout);

    /**
     * Deletes what is kept of the task, not the task. Celery: {@code forget}.
     *
     * @return whether there was something
     */
    boolean forget();

    /** As {@link #revoke(boolean)}, leaving a task alone that runs already. */
    default RevokeOutcome revoke() {
        return revoke(false);
    }

    /**
     * Wishes that the task should not run. The wish is durable. A task whose result is wanted and that waits, becomes
     * {@link TaskState#REVOKED} at once. Celery: {@code revoke}.
     *
     * @param terminate whether a task that runs already is to be interrupted
     */
    RevokeOutcome revoke(boolean terminate);

    /**
     * The task's end as a stage: completed with the result, or exceptionally with {@link TaskFailedException}. Completed on
     * a thread of the server's, without a transaction. Never completed where the task never ends, or is sent in a
     * transaction that is rolled back.
     */
    CompletionStage<R> toCompletionStage();

    /**
     * Calls this when the task has ended: with the result and null, or with null and the exception. Celery:
     * {@code then(callback, on_error)}.
     */
    default AsyncResult<R> then(BiConsumer<? super R, ? super Throwable> action) {
        toCompletionStage().whenComplete(action);
        return this;
    }
}
