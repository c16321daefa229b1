package no.abakus.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The handle of a task that was sent: returns its state and waits for its end. Thread-safe. An unused handle costs
 * nothing and need not be closed. Celery: {@code AsyncResult}.
 *
 * <p>Every query reads the database, in the caller's transaction if there is one; only a final state is remembered once
 * it has been seen. Queries throw {@link OperationalException} if the database is out of reach. A task whose result is
 * ignored writes nothing there: its state is {@link TaskState#UNKNOWN}, and {@link #get} returns null. A result that
 * was not wanted when the task was sent cannot be obtained later.
 *
 * <p>Results are kept for {@code abakus.tasks.result.retention} or the task's own {@code resultRetention}.
 *
 * @param <R> the type of the task's result
 */
public interface AsyncResult<R> {

    /** The task's id; unique, and the same across all its retries. */
    String id();

    /** The task's name; empty if neither the sender nor the database knows it. Celery: {@code name}. */
    String task();

    /** The task's current state. Celery: {@code state}, {@code status}. */
    TaskState state();

    /** Whether the task has ended, successfully or not. */
    default boolean ready() {
        return state().isFinal();
    }

    /** Whether the task has ended successfully. */
    default boolean successful() {
        return state() == TaskState.SUCCESS;
    }

    /**
     * Whether the task has failed with an exception, or its message was rejected, for example because no worker could
     * read it.
     */
    default boolean failed() {
        TaskState state = state();
        return state == TaskState.FAILURE || state == TaskState.REJECTED;
    }

    /**
     * The result, without waiting: null if there is none yet, if the task ended without one, or if the result is null.
     * Celery: {@code result}.
     */
    R result();

    /** Why the task failed or is run again; empty otherwise. Celery: {@code info}, {@code traceback}. */
    Optional<TaskFailure> failure();

    /**
     * The executions that asked to be run again, in order, with node, times and cause; the latest hundred. The last
     * execution is not among them. Empty if the result is ignored.
     */
    List<TaskAttempt> attempts();

    /**
     * Waits for the task's end and returns its result; immediately returns null if the result is ignored. The broker
     * announces the end, so this returns within milliseconds of it. A task that was sent in a transaction cannot run
     * before the commit: do not wait for it in that transaction. Celery: {@code get(timeout)}.
     *
     * @throws TaskFailedException if the task ended without a result
     * @throws ResultTimeoutException if it did not end in time; the task goes on
     * @throws OperationalException if the database is out of reach, or this thread is interrupted; the task goes on
     * @throws IllegalStateException on a thread that runs a task: tasks that wait for tasks can use up all workers and
     *     then wait forever. Link the tasks instead, or see {@link #allowJoin}
     */
    default R get(Duration timeout) {
        return get(timeout, true);
    }

    /**
     * As {@link #get(Duration)}, but without {@code propagate} it returns null if the task ended without a result;
     * {@link #failure} tells why. Celery: {@code get(timeout, propagate)}.
     */
    R get(Duration timeout, boolean propagate);

    /**
     * The same handle, whose {@link #get} may be called inside a task. Use it only if the awaited task runs on other
     * workers than the one that waits. Celery: {@code allow_join_result}.
     */
    AsyncResult<R> allowJoin();

    /**
     * The tasks that this one sent while it ran, then those linked to it. Empty before it has ended, and if it is
     * declared with {@code trail = false}.
     */
    List<AsyncResult<Object>> children();

    /** The task that sent this one; empty if no task did, or nothing is known about it. */
    Optional<AsyncResult<Object>> parent();

    /**
     * The first task of the tree that this one belongs to; this task itself if it is the first, or nothing is known
     * about it.
     */
    AsyncResult<Object> root();

    /**
     * Waits for this task, its children and their children, and returns all of them, nearest first; their results are
     * then available. Children whose result is ignored are left out. Celery: {@code collect}.
     *
     * @param timeout how long to wait for all of them together
     * @throws TaskFailedException if one of them ended without a result
     * @throws ResultTimeoutException if one of them did not end in time. Celery: {@code IncompleteStream}
     * @throws IllegalStateException on a thread that runs a task, as {@link #get(Duration)}
     */
    List<AsyncResult<?>> collect(Duration timeout);

    /**
     * Deletes what is stored about the task; the task itself is not affected. Celery: {@code forget}.
     *
     * @return whether anything was stored
     */
    boolean forget();

    /** As {@link #revoke(boolean)}, but leaves the task alone if it is already running. */
    default RevokeOutcome revoke() {
        return revoke(false);
    }

    /**
     * Asks that the task not be run. The request is durable. A task that is still waiting and whose result is wanted
     * becomes {@link TaskState#REVOKED} immediately. Celery: {@code revoke}.
     *
     * @param terminate whether to interrupt the task if it is already running
     */
    RevokeOutcome revoke(boolean terminate);

    /**
     * The task's end as a stage: it completes with the result, or exceptionally with {@link TaskFailedException}. It
     * completes on a server thread, without a transaction. If the result is ignored, it is already complete, with null.
     * It never completes if the task never ends or is sent in a transaction that is rolled back.
     */
    CompletionStage<R> toCompletionStage();

    /**
     * Calls the action when the task has ended: with the result and null, or with null and the exception. Celery:
     * {@code then(callback, on_error)}.
     */
    default AsyncResult<R> then(BiConsumer<? super R, ? super Throwable> action) {
        toCompletionStage().whenComplete(action);
        return this;
    }
}
