package no.abakus.logging.json;

import java.io.IOException;

/** Takes finished lines. */
@FunctionalInterface
public interface LineSink {
    /**
     * Writes the line before the call returns. The caller reuses the array for the next line.
     *
     * @param bytes the line from index 0, ending in a line feed
     * @param length the number of bytes in the line
     */
    void accept(byte[] bytes, int length) throws IOException;

    /**
     * Writes the line as {@link #accept(byte[], int)} does. Sinks override this method if they treat lines differently
     * depending on their level.
     *
     * @param level the level's number in {@code java.util.logging}
     */
    default void accept(byte[] bytes, int length, int level) throws IOException {
        accept(bytes, length);
    }
}
