package no.abakus.tasks;

/**
 * Thrown when the broker could not be reached or did not accept the message, or when the database could not be reached.
 * Celery: kombu's {@code OperationalError}.
 */
public final class OperationalException extends TaskException {

    public OperationalException(String message) {
        this(message, null);
    }

    public OperationalException(String message, Throwable cause) {
        super(message, cause);
    }
}
