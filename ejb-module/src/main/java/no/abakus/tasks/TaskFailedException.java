package no.abakus.tasks;

import java.util.Optional;

/**
 * A task whose result was asked for has ended without one: it failed, or was revoked, expired or rejected. Carries what
 * is kept of the task's own exception as data; that exception itself is never made again. Celery: raises the task's
 * exception, or {@code TaskRevokedError}.
 */
public final class TaskFailedException extends TaskException {

    private final String taskId;
    private final TaskState state;
    private final transient TaskFailure failure;

    /**
     * An exception about a task.
     *
     * @param taskId its id
     * @param task its name, for the message
     * @param state how it ended
     * @param failure what it failed by; null where no exception was involved
     */
    public TaskFailedException(String taskId, String task, TaskState state, TaskFailure failure) {
        super("Task " + task + "[" + taskId + "] ended as " + state + (failure == null ? "" : ": " + failure), null);
        this.taskId = taskId;
        this.state = state;
        this.failure = failure;
    }

    /** The id of the task that failed. */
    public String taskId() {
        return taskId;
    }

    /** How it ended. */
    public TaskState state() {
        return state;
    }

    /** What it failed by; empty where it never ran, and after this exception was itself serialized. */
    public Optional<TaskFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
