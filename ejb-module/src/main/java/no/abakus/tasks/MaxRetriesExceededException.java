package no.abakus.tasks;

/**
 * The failure of a task that requested more retries than its {@code maxRetries} allows. If the request has a cause, the
 * task fails with that cause instead. Celery: {@code MaxRetriesExceededError}.
 */
public final class MaxRetriesExceededException extends TaskException {

    public MaxRetriesExceededException(String message) {
        this(message, null);
    }

    public MaxRetriesExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
