package no.abakus.tasks;

/** No task of this name or method is known; nothing was sent. Celery: {@code NotRegistered}. */
public final class TaskNotFoundException extends TaskException {

    public TaskNotFoundException(String message) {
        this(message, null);
    }

    public TaskNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
