package no.abakus.tasks;

/** Thrown when the task name or method is unknown. Nothing was sent. Celery: {@code NotRegistered}. */
public final class TaskNotFoundException extends TaskException {

    public TaskNotFoundException(String message) {
        this(message, null);
    }

    public TaskNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
