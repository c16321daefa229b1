package no.abakus.tasks;

import java.util.Optional;

/**
 * Thrown when the result of a task is requested, but the task has ended without a result. For example, it failed,
 * expired, or was revoked or rejected. Contains the stored data of the task's exception, but never the exception object
 * itself. Celery raises the task's exception, or {@code TaskRevokedError}.
 */
public final class TaskFailedException extends TaskException {

    private final String taskId;
    private final TaskState state;
    private final transient TaskFailure failure;

    /**
     * Creates an exception for a task that ended without a result.
     *
     * @param taskId the task's id
     * @param task the task's name, for the message
     * @param state how the task ended
     * @param failure the task's failure; null if no exception was involved
     */
    public TaskFailedException(String taskId, String task, TaskState state, TaskFailure failure) {
        super("Task " + task + "[" + taskId + "] ended as " + state + (failure == null ? "" : ": " + failure), null);
        this.taskId = taskId;
        this.state = state;
        this.failure = failure;
    }

    /** Returns the id of the task. */
    public String taskId() {
        return taskId;
    }

    /** Returns how the task ended. */
    public TaskState state() {
        return state;
    }

    /** Returns the task's failure; empty if no exception was involved, or after this exception was serialized. */
    public Optional<TaskFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
