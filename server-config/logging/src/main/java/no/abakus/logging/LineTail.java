package no.abakus.logging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers the last lines that a thread has logged, as they were written: redacted, and in the server's format. This
 * costs a copy of each line, so use it for work whose lines are wanted only if the work fails.
 *
 * <pre>{@code
 * LineTail.begin();
 * try {
 *     work();
 *     LineTail.end();
 * } catch (RuntimeException e) {
 *     report(e, LineTail.end());
 * }
 * }</pre>
 *
 * <p>Lines of other threads are not included. Without our handler on the server there are no lines. At most {@value
 * #MOST_LINES} lines and {@value #MOST_BYTES} bytes are remembered. All methods concern the calling thread.
 */
public final class LineTail {

    /** The maximum number of remembered lines. */
    public static final int MOST_LINES = 64;

    /** The maximum number of remembered bytes. */
    public static final int MOST_BYTES = 16 * 1024;

    /**
     * Holds only JDK types, because a server's thread outlives the application. An object of the application's copy of
     * this class would keep the application in memory.
     */
    private static final ThreadLocal<Object[]> OF_THREAD = new ThreadLocal<>();

    private static final int FIRST_BYTE = 0;
    private static final int USED_BYTES = 1;
    private static final int FIRST_LINE = 2;
    private static final int LINES = 3;
    private static final int IS_OPEN = 4;

    /** A ring buffer: a line that reaches the end of the array continues at its start. */
    private final byte[] bytes;

    /** The lengths of the lines, as a ring buffer. */
    private final int[] lengths;

    /** The positions and counts of the rings, and whether lines are remembered now. */
    private final int[] state;

    private LineTail(Object[] parts) {
        this.bytes = (byte[]) parts[0];
        this.lengths = (int[]) parts[1];
        this.state = (int[]) parts[2];
    }

    /** Returns what this thread remembers; null if it has never called {@link #begin}. */
    private static LineTail ofThread() {
        Object[] parts = OF_THREAD.get();
        return parts == null ? null : new LineTail(parts);
    }

    /** Starts to remember the lines of this thread, and forgets earlier ones. */
    public static void begin() {
        Object[] parts = OF_THREAD.get();
        if (parts == null) {
            parts = new Object[] {new byte[MOST_BYTES], new int[MOST_LINES], new int[IS_OPEN + 1]};
            OF_THREAD.set(parts);
        }
        LineTail tail = new LineTail(parts);
        tail.clear();
        tail.state[IS_OPEN] = 1;
    }

    /** Returns the lines since {@link #begin}, the oldest first and without line ends, and stops remembering. */
    public static List<String> end() {
        LineTail tail = ofThread();
        if (tail == null || !tail.isOpen()) {
            return List.of();
        }
        tail.close();
        return tail.read();
    }

    /** Forgets the lines since {@link #begin}, and stops remembering. */
    public static void discard() {
        LineTail tail = ofThread();
        if (tail != null) {
            tail.close();
        }
    }

    /**
     * Remembers a line if this thread has called {@link #begin}. Only handlers call this method.
     *
     * @param line an array that holds the line from index 0; the line is copied
     * @param length the length of the line, with or without a line end
     */
    public static void note(byte[] line, int length) {
        LineTail tail = ofThread();
        if (tail != null && tail.isOpen()) {
            boolean hasEnd = length > 0 && line[length - 1] == '\n';
            tail.add(line, hasEnd ? length - 1 : length);
        }
    }

    private boolean isOpen() {
        return state[IS_OPEN] != 0;
    }

    private void close() {
        state[IS_OPEN] = 0;
    }

    private void clear() {
        state[FIRST_BYTE] = 0;
        state[USED_BYTES] = 0;
        state[FIRST_LINE] = 0;
        state[LINES] = 0;
    }

    /** Adds a line and forgets the oldest ones to make room. Leaves out a line that is longer than the whole buffer. */
    private void add(byte[] line, int length) {
        if (length > MOST_BYTES || length == 0) {
            return;
        }
        while (state[LINES] == MOST_LINES || state[USED_BYTES] + length > MOST_BYTES) {
            removeFirst();
        }
        int start = (state[FIRST_BYTE] + state[USED_BYTES]) % MOST_BYTES;
        int untilEnd = Math.min(length, MOST_BYTES - start);
        System.arraycopy(line, 0, bytes, start, untilEnd);
        System.arraycopy(line, untilEnd, bytes, 0, length - untilEnd);
        lengths[(state[FIRST_LINE] + state[LINES]) % MOST_LINES] = length;
        state[LINES]++;
        state[USED_BYTES] += length;
    }

    private void removeFirst() {
        int length = lengths[state[FIRST_LINE]];
        state[FIRST_BYTE] = (state[FIRST_BYTE] + length) % MOST_BYTES;
        state[USED_BYTES] -= length;
        state[FIRST_LINE] = (state[FIRST_LINE] + 1) % MOST_LINES;
        state[LINES]--;
    }

    private List<String> read() {
        List<String> read = new ArrayList<>(state[LINES]);
        int start = state[FIRST_BYTE];
        for (int i = 0; i < state[LINES]; i++) {
            int length = lengths[(state[FIRST_LINE] + i) % MOST_LINES];
            int untilEnd = Math.min(length, MOST_BYTES - start);
            byte[] line = new byte[length];
            System.arraycopy(bytes, start, line, 0, untilEnd);
            System.arraycopy(bytes, 0, line, untilEnd, length - untilEnd);
            read.add(new String(line, StandardCharsets.UTF_8));
            start = (start + length) % MOST_BYTES;
        }
        return read;
    }
}
