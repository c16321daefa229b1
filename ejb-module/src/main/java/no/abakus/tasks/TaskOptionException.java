package no.abakus.tasks;

/**
 * Thrown when an option of a call is out of range, or two options contradict each other. Nothing was sent. Celery:
 * {@code ValueError}.
 */
public final class TaskOptionException extends TaskException {

    public TaskOptionException(String message) {
        this(message, null);
    }

    public TaskOptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
