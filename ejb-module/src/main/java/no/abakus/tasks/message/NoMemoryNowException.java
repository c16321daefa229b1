package no.abakus.tasks.message;

/** Other messages hold the memory for large bodies, so this message must wait. */
public final class NoMemoryNowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoMemoryNowException() {
        super(
                "The memory for large bodies is taken by others (abakus.tasks.message.decoding-memory); the message waits");
    }
}
