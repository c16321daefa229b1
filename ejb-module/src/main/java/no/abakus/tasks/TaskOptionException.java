package no.abakus.tasks;

/** An option of a call is out of range, or two contradict each other; nothing was sent. Celery: {@code ValueError}. */
public final class TaskOptionException extends TaskException {

    public TaskOptionException(String message) {
        this(message, null);
    }

    public TaskOptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
