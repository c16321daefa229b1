package no.abakus.tasks;

/** The task name or method is unknown; nothing was sent. Celery: {@code NotRegistered}. */
public final class TaskNotFoundException extends TaskException {

    public TaskNotFoundException(String message) {
        this(message, null);
    }

    public TaskNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
