package no.abakus.logging.json;

import java.io.IOException;

/** Takes finished lines. */
@FunctionalInterface
public interface LineSink {
    /**
     * Takes the line before the call returns; the array is used again for the next one.
     *
     * @param bytes the line from index 0, ending in a line feed
     * @param length how many bytes the line has
     */
    void accept(byte[] bytes, int length) throws IOException;

    /**
     * The same for those who treat lines by their level.
     *
     * @param level as {@code java.util.logging} counts
     */
    default void accept(byte[] bytes, int length, int level) throws IOException {
        accept(bytes, length);
    }
}
