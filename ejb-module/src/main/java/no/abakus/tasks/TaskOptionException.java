package no.abakus.tasks;

/**
 * Thrown when an option of a call or an argument of another method is not valid, when two options contradict each
 * other, or when the database rejects a value. Nothing was sent. Celery: {@code ValueError}.
 */
public final class TaskOptionException extends TaskException {

    public TaskOptionException(String message) {
        this(message, null);
    }

    public TaskOptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
