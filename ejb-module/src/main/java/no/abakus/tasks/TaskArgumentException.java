package no.abakus.tasks;

/**
 * Thrown when the arguments of a call do not fit the task's parameters, cannot be written, or are too large. Nothing
 * was sent. Celery: {@code TypeError}.
 */
public final class TaskArgumentException extends TaskException {

    public TaskArgumentException(String message) {
        this(message, null);
    }

    public TaskArgumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
