package no.abakus.logging.output;

import java.util.Arrays;

/** Lines that wait for the next write, in one array. Not thread-safe; the owner's lock guards the lines. */
final class PendingLines {
    private static final int INITIAL = 8 * 1024;
    private static final int KEPT = 256 * 1024;

    private final int capacity;
    private byte[] bytes = new byte[INITIAL];
    private byte[] spare = new byte[INITIAL];
    private int length;
    private int count;

    PendingLines(int capacity) {
        this.capacity = capacity;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns whether this many more bytes fit. A line longer than the whole buffer fits if it is the only one. */
    boolean hasRoom(int more) {
        return count == 0 || length + more <= capacity;
    }

    void add(byte[] line, int lineLength) {
        if (length + lineLength > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + lineLength, 2 * bytes.length));
        }
        System.arraycopy(line, 0, bytes, length, lineLength);
        length += lineLength;
        count++;
    }

    /** Returns the pending lines and starts with an empty buffer. The chunk is valid until the next call. */
    Chunk take() {
        Chunk chunk = new Chunk(bytes, length, count);
        byte[] next = spare.length <= KEPT ? spare : new byte[INITIAL];
        spare = bytes;
        bytes = next;
        length = 0;
        count = 0;
        return chunk;
    }

    /**
     * The content of one write.
     *
     * @param bytes the lines, from index 0
     * @param length the number of bytes
     * @param count the number of lines
     */
    @SuppressWarnings("ArrayRecordComponent") // is never compared
    record Chunk(byte[] bytes, int length, int count) {}
}
