package no.abakus.tasks;

/**
 * Thrown when a task did not end within the time that the caller waited for its result. The task continues. Celery:
 * {@code TimeoutError}.
 */
public final class ResultTimeoutException extends TaskException {

    public ResultTimeoutException(String message) {
        this(message, null);
    }

    public ResultTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
