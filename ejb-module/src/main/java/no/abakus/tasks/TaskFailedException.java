package no.abakus.tasks;

import java.util.Optional;

/**
 * A task whose result was requested has ended without one: it failed, was revoked or rejected, or expired. Carries the
 * stored data of the task's exception; the exception object itself is never recreated. Celery: raises the task's
 * exception, or {@code TaskRevokedError}.
 */
public final class TaskFailedException extends TaskException {

    private final String taskId;
    private final TaskState state;
    private final transient TaskFailure failure;

    /**
     * An exception for a task that ended without a result.
     *
     * @param taskId its id
     * @param task its name, for the message
     * @param state how it ended
     * @param failure the task's failure; null if no exception was involved
     */
    public TaskFailedException(String taskId, String task, TaskState state, TaskFailure failure) {
        super("Task " + task + "[" + taskId + "] ended as " + state + (failure == null ? "" : ": " + failure), null);
        this.taskId = taskId;
        this.state = state;
        this.failure = failure;
    }

    /** The id of the task. */
    public String taskId() {
        return taskId;
    }

    /** How the task ended. */
    public TaskState state() {
        return state;
    }

    /** The task's failure; empty if the task never ran, or after this exception was serialized. */
    public Optional<TaskFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
