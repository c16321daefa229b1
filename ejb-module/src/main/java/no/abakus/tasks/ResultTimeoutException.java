package no.abakus.tasks;

/**
 * A task had not ended within the time that its result was waited for. The task goes on. Celery: {@code TimeoutError}.
 */
public final class ResultTimeoutException extends TaskException {

    public ResultTimeoutException(String message) {
        this(message, null);
    }

    public ResultTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
