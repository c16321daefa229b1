package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of the line that is being written. The buffer grows up to a limit and is reused for the next line. */
final class LineBuffer {
    private static final int KEPT_BETWEEN_LINES = 16 * 1024;

    byte[] bytes;
    int length;
    private int limit;

    LineBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void clear(int newLimit) {
        length = 0;
        limit = newLimit;
        if (bytes.length > KEPT_BETWEEN_LINES) {
            bytes = new byte[KEPT_BETWEEN_LINES / 4];
        }
    }

    void limit(int newLimit) {
        limit = newLimit;
    }

    int limit() {
        return limit;
    }

    void rollback(int mark) {
        length = mark;
    }

    /** Makes room for {@code more} bytes. Unused bytes do not count against the limit. */
    void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    void checkLimit() {
        if (length > limit) {
            throw new LineTooLong();
        }
    }

    void put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        checkLimit();
    }

    void put(byte[] source) {
        put(source, 0, source.length);
    }

    void put(byte[] source, int from, int count) {
        ensure(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        checkLimit();
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
