package no.abakus.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * The handle of a task that was sent. Returns the task's state, and waits for the task to end. Thread-safe. An unused
 * handle costs nothing and need not be closed. Celery: {@code AsyncResult}.
 *
 * <p>A query reads the database, in the caller's transaction if there is one. Only a final state is cached. Once it has
 * been read, further queries do not read the database. Queries throw {@link OperationalException} if the database
 * cannot be reached. A task whose result is ignored is not in the database, so its state is {@link TaskState#UNKNOWN}
 * and {@link #get} returns null. A handle from {@link Tasks#result} does not know that the result is ignored, so its
 * {@link #get} waits until the timeout. If the result was ignored when the task was sent, it cannot be obtained later.
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
     * Returns the result without waiting; null if there is no result yet, if the task ended without a result, or if the
     * result itself is null. Celery: {@code result}.
     */
    R result();

    /**
     * Returns the failure that ended the task or caused its retry; empty if there is none. Celery: {@code info},
     * {@code traceback}.
     */
    Optional<TaskFailure> failure();

    /**
     * Returns the executions that ended in a retry, in order, with node, times and cause; at most the latest hundred.
     * The final execution is not included. Empty if the result is ignored.
     */
    List<TaskAttempt> attempts();

    /**
     * Waits for the task to end and returns its result; immediately returns null if the result is ignored. Nodes
     * announce each outcome through the broker, so this method usually returns within milliseconds after the task has
     * ended. A task that was sent in a transaction cannot run before the commit, so do not wait for it in that
     * transaction. Celery: {@code get(timeout)}.
     *
     * @throws TaskFailedException if the task ended without a result
     * @throws ResultTimeoutException if the task did not end in time; the task continues
     * @throws OperationalException if the database cannot be reached, or this thread is interrupted; the task continues
     * @throws IllegalStateException on a thread that runs a task. Tasks that wait for other tasks could occupy all
     *     workers and then wait forever. Link the tasks instead, or see {@link #allowJoin}
     */
    default R get(Duration timeout) {
        return get(timeout, true);
    }

    /**
     * As {@link #get(Duration)}, but returns null if {@code propagate} is false and the task ended without a result. In
     * that case, {@link #failure} returns the reason. Celery: {@code get(timeout, propagate)}.
     */
    R get(Duration timeout, boolean propagate);

    /**
     * Returns the same handle, but with a {@link #get} that may be called inside a task. Use it only if the awaited
     * task runs on different workers than the waiting task. Celery: {@code allow_join_result}.
     */
    AsyncResult<R> allowJoin();

    /**
     * Returns the tasks that this task sent while it ran, followed by its linked tasks. Returns none before the task
     * has ended, or if the task is declared with {@code trail = false}.
     */
    List<AsyncResult<Object>> children();

    /** Returns the task that sent this task; empty if no task sent this task, or if this task has no record. */
    Optional<AsyncResult<Object>> parent();

    /**
     * Returns the first task of the tree that this task belongs to; this task itself if it is the first or has no
     * record.
     */
    AsyncResult<Object> root();

    /**
     * Waits for this task and all its descendants, and returns them breadth-first. Their results are then available.
     * Children whose result is ignored are left out. Celery: {@code collect}.
     *
     * @param timeout how long to wait in total
     * @throws TaskFailedException if any of these tasks ended without a result
     * @throws ResultTimeoutException if any of these tasks did not end in time. Celery: {@code IncompleteStream}
     * @throws IllegalStateException on a thread that runs a task, as for {@link #get(Duration)}
     */
    List<AsyncResult<?>> collect(Duration timeout);

    /**
     * Deletes the task's record; the task itself is not affected. Celery: {@code forget}.
     *
     * @return whether there was a record
     */
    boolean forget();

    /** As {@link #revoke(boolean)}, but does not interrupt the task if it is already running. */
    default RevokeOutcome revoke() {
        return revoke(false);
    }

    /**
     * Asks workers not to run the task. The request is durable. A task that is still waiting becomes
     * {@link TaskState#REVOKED} immediately, unless its result is ignored. Celery: {@code revoke}.
     *
     * @param terminate whether to interrupt the task if it is already running
     */
    RevokeOutcome revoke(boolean terminate);

    /**
     * Returns a stage that completes with the result, or exceptionally with {@link TaskFailedException}. The stage
     * completes on a server thread, without a transaction. If the result is ignored, the stage is already complete,
     * with null. The stage never completes if the task never ends or is sent in a transaction that is rolled back.
     */
    CompletionStage<R> toCompletionStage();

    /**
     * Calls the action after the task has ended. If the task succeeded, the action gets the result and null. Otherwise
     * it gets null and the exception. Celery: {@code then(callback, on_error)}.
     */
    default AsyncResult<R> then(BiConsumer<? super R, ? super Throwable> action) {
        toCompletionStage().whenComplete(action);
        return this;
    }
}
