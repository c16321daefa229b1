package no.abakus.cli.rest;

/** The server could not be reached, or did not answer as the console does. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
