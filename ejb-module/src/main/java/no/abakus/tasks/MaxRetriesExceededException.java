package no.abakus.tasks;

/**
 * A task asked to be run again more often than its {@code maxRetries} allows, without giving a cause to fail with.
 * Celery: {@code MaxRetriesExceededError}.
 */
public final class MaxRetriesExceededException extends TaskException {

    public MaxRetriesExceededException(String message) {
        this(message, null);
    }

    public MaxRetriesExceededException(String message, Throwable cause) {
        super(message, cause);
    }
}
