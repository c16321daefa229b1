package no.abakus.tasks;

/**
 * Thrown when a call fails for a reason outside the call itself. Usually the broker or the database cannot be reached,
 * or the broker does not accept a message. Also thrown when a stored result cannot be read, or when a waiting thread is
 * interrupted. Celery: kombu's {@code OperationalError}.
 */
public final class OperationalException extends TaskException {

    public OperationalException(String message) {
        this(message, null);
    }

    public OperationalException(String message, Throwable cause) {
        super(message, cause);
    }
}
