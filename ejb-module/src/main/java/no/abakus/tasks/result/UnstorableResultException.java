package no.abakus.tasks.result;

/** A task has ended well, but its result cannot be kept; so it fails by this. */
public final class UnstorableResultException extends RuntimeException {

    UnstorableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
