package no.abakus.logging.json;

/**
 * Thrown when the buffer is full. The code that catches it decides what to leave out. It has no stack trace, so it is
 * cheap.
 */
final class LineTooLong extends RuntimeException {
    LineTooLong() {
        super("line too long", null, false, false);
    }
}
