package no.abakus.tasks.message;

import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Scans CBOR without decoding it, and rejects strings that are not UTF-8. The format's parser would decode such strings
 * to other characters, or to unpaired surrogates. Takes linear time. Not thread-safe.
 */
final class CborShape {

    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int BREAK = 0xff;
    private static final int INDEFINITE = 31;

    /** Stands for the number of values left in an array or map that ends with a break. */
    private static final long UNTIL_BREAK = -1;

    private final ScannedBytes bytes;
    private final long[] left;
    private int depth;

    private CborShape(byte[] bytes, int mostDepth) {
        this.bytes = new ScannedBytes(bytes, "cbor");
        this.left = new long[mostDepth + 1];
        this.left[0] = 1;
    }

    /** Checks the first value, and everything inside it. */
    static void check(byte[] bytes, int mostDepth) throws UnreadableMessageException {
        new CborShape(bytes, mostDepth).walk();
    }

    private void walk() throws UnreadableMessageException {
        while (depth >= 0) {
            if (left[depth] == 0 || (left[depth] == UNTIL_BREAK && bytes.skipIf(BREAK))) {
                depth--;
            } else {
                left[depth] -= left[depth] == UNTIL_BREAK ? 0 : 1;
                value();
            }
        }
    }

    private void value() throws UnreadableMessageException {
        int head = (int) bytes.number(1);
        int type = head >> 5;
        int size = head & 0x1f;
        if (size == INDEFINITE) {
            indefinite(type);
            return;
        }
        long argument = argument(size);
        switch (type) {
            case BYTES -> bytes.skip(argument);
            case TEXT -> bytes.skipText(argument);
            case ARRAY -> open(argument);
            case MAP -> open(argument > bytes.size() ? Long.MAX_VALUE : 2 * argument);
            case TAG -> left[depth] += left[depth] == UNTIL_BREAK ? 0 : 1;
            default -> {}
        }
    }

    private void indefinite(int type) throws UnreadableMessageException {
        if (type == ARRAY || type == MAP) {
            deeper(UNTIL_BREAK);
            return;
        }
        if (type != BYTES && type != TEXT) {
            throw bytes.broken();
        }
        // The value is a sequence of pieces of the same type, each with its length.
        while (!bytes.skipIf(BREAK)) {
            int head = (int) bytes.number(1);
            long length = argument(head & 0x1f);
            if (head >> 5 != type) {
                throw bytes.broken();
            }
            if (type == TEXT) {
                bytes.skipText(length);
            } else {
                bytes.skip(length);
            }
        }
    }

    private long argument(int size) throws UnreadableMessageException {
        if (size < 24) {
            return size;
        }
        if (size > 27) {
            throw bytes.broken();
        }
        long argument = bytes.number(1 << (size - 24));
        return argument < 0 ? Long.MAX_VALUE : argument;
    }

    private void open(long values) throws UnreadableMessageException {
        bytes.checkRest(values);
        deeper(values);
    }

    private void deeper(long values) throws UnreadableMessageException {
        if (++depth == left.length) {
            throw ScannedBytes.tooDeep(left.length - 1);
        }
        left[depth] = values;
    }
}
