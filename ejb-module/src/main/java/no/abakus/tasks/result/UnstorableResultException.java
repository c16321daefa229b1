package no.abakus.tasks.result;

/** Thrown when the task method succeeded but its result cannot be stored. The task then fails with this exception. */
public final class UnstorableResultException extends RuntimeException {

    UnstorableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
