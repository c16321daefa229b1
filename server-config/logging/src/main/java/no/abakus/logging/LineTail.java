package no.abakus.logging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers the last lines that a thread has logged, as they were written: redacted, and in the server's format. It
 * costs a copy of each line, and is meant for a piece of work whose lines are wanted only if it fails.
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
 * <p>Lines of other threads are not included. Without our handler on the server there are no lines. At most
 * {@value #MOST_LINES} lines and {@value #MOST_BYTES} bytes are remembered. All methods concern the calling thread.
 */
public final class LineTail {

    /** The most lines that are remembered. */
    public static final int MOST_LINES = 64;

    /** The most bytes that are remembered. */
    public static final int MOST_BYTES = 16 * 1024;

    private static final ThreadLocal<LineTail> OF_THREAD = new ThreadLocal<>();

    /** A ring: a line may continue at the start. */
    private final byte[] bytes = new byte[MOST_BYTES];

    /** The lengths of the lines, as a ring. */
    private final int[] lengths = new int[MOST_LINES];

    private int firstByte;
    private int usedBytes;
    private int firstLine;
    private int lines;
    private boolean isOpen;

    private LineTail() {}

    /** Starts to remember the lines of this thread, and forgets earlier ones. */
    public static void begin() {
        LineTail tail = OF_THREAD.get();
        if (tail == null) {
            tail = new LineTail();
            OF_THREAD.set(tail);
        }
        tail.clear();
        tail.isOpen = true;
    }

    /** Returns the lines since {@link #begin}, the oldest first and without line ends, and remembers no more. */
    public static List<String> end() {
        LineTail tail = OF_THREAD.get();
        if (tail == null || !tail.isOpen) {
            return List.of();
        }
        tail.isOpen = false;
        return tail.read();
    }

    /** Forgets the lines since {@link #begin}, and remembers no more. */
    public static void discard() {
        LineTail tail = OF_THREAD.get();
        if (tail != null) {
            tail.isOpen = false;
        }
    }

    /**
     * Remembers a line if this thread wants its lines. For handlers.
     *
     * @param line holds the line from its start; it is copied
     * @param length the length of the line, with or without a line end
     */
    public static void note(byte[] line, int length) {
        LineTail tail = OF_THREAD.get();
        if (tail != null && tail.isOpen) {
            boolean hasEnd = length > 0 && line[length - 1] == '\n';
            tail.add(line, hasEnd ? length - 1 : length);
        }
    }

    private void clear() {
        firstByte = 0;
        usedBytes = 0;
        firstLine = 0;
        lines = 0;
    }

    /** A line that is longer than everything that is remembered is left out, and the others stay. */
    private void add(byte[] line, int length) {
        if (length > MOST_BYTES || length == 0) {
            return;
        }
        while (lines == MOST_LINES || usedBytes + length > MOST_BYTES) {
            removeFirst();
        }
        int start = (firstByte + usedBytes) % MOST_BYTES;
        int untilEnd = Math.min(length, MOST_BYTES - start);
        System.arraycopy(line, 0, bytes, start, untilEnd);
        System.arraycopy(line, untilEnd, bytes, 0, length - untilEnd);
        lengths[(firstLine + lines) % MOST_LINES] = length;
        lines++;
        usedBytes += length;
    }

    private void removeFirst() {
        int length = lengths[firstLine];
        firstByte = (firstByte + length) % MOST_BYTES;
        usedBytes -= length;
        firstLine = (firstLine + 1) % MOST_LINES;
        lines--;
    }

    private List<String> read() {
        List<String> read = new ArrayList<>(lines);
        int start = firstByte;
        for (int i = 0; i < lines; i++) {
            int length = lengths[(firstLine + i) % MOST_LINES];
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
