package no.abakus.tasks;

/**
 * Thrown when the task name is unknown, or the method reference does not refer to exactly one task. Nothing was sent.
 * Celery: {@code NotRegistered}.
 */
public final class TaskNotFoundException extends TaskException {

    public TaskNotFoundException(String message) {
        this(message, null);
    }

    public TaskNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
