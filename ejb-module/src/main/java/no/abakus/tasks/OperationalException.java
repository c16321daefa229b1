package no.abakus.tasks;

/**
 * The broker could not be reached, or did not take the message. Celery: kombu's {@code OperationalError}.
 */
public final class OperationalException extends TaskException {

    public OperationalException(String message) {
        this(message, null);
    }

    public OperationalException(String message, Throwable cause) {
        super(message, cause);
    }
}
