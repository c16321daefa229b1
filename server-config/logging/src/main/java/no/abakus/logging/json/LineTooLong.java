package no.abakus.logging.json;

/**
 * Returns control from wherever the buffer is full to the one place that decides what to leave out. It has no stack
 * trace, so it is cheap.
 */
final class LineTooLong extends RuntimeException {
    LineTooLong() {
        super("line too long", null, false, false);
    }
}
