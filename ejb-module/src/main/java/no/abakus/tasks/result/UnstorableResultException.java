package no.abakus.tasks.result;

/** The task method succeeded, but its result cannot be stored, so the task fails with this exception. */
public final class UnstorableResultException extends RuntimeException {

    UnstorableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
