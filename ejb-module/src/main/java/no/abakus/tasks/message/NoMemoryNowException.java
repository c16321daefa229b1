package no.abakus.tasks.message;

/** Thrown when other messages hold the memory for large bodies, so this message must wait. */
public final class NoMemoryNowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoMemoryNowException() {
        super("Other messages hold the memory for large bodies (abakus.tasks.message.decoding-memory), so this"
                + " message waits");
    }
}
