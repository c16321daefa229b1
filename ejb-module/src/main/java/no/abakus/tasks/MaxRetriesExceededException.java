package no.abakus.tasks;

/**
 * Thrown when a task requested more retries than its {@code maxRetries} allows, and gave no cause to fail with. Celery:
 * {@code MaxRetriesExceededError}.
 */
public final class MaxRetriesExceededException extends TaskException {

    public MaxRetriesExceededException(String message) {
        this(message, null);
    }

    public MaxRetriesExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
