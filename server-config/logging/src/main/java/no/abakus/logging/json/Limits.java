package no.abakus.logging.json;

import no.abakus.logging.LoggingSetting;

/**
 * The maximum sizes of a line and its parts.
 *
 * @param lineBytes the maximum length of a line, including its line feed
 * @param textChars the maximum length of a string
 * @param elements the maximum number of elements of a collection, map or array
 * @param depth the maximum nesting
 * @param frames the maximum number of stack frames of one exception
 */
public record Limits(int lineBytes, int textChars, int elements, int depth, int frames) {
    private static final int SHORTEST_LINE = 4096;
    private static final int LEVEL_AND_TIME = 128;
    private static final Limits REDUCED = new Limits(Integer.MAX_VALUE, 256, 10, 2, 10);

    public Limits {
        lineBytes = Math.max(lineBytes, SHORTEST_LINE);
    }

    /** Returns the limits from the settings. */
    public static Limits configured() {
        return new Limits(
                LoggingSetting.MAX_LINE_BYTES.number(),
                LoggingSetting.MAX_TEXT_CHARS.number(),
                LoggingSetting.MAX_ELEMENTS.number(),
                LoggingSetting.MAX_DEPTH.number(),
                LoggingSetting.MAX_FRAMES.number());
    }

    /** Returns the limits for a value that would otherwise make the line too long. */
    Limits reduced() {
        return new Limits(
                lineBytes,
                Math.min(textChars, REDUCED.textChars),
                Math.min(elements, REDUCED.elements),
                Math.min(depth, REDUCED.depth),
                Math.min(frames, REDUCED.frames));
    }

    /** Returns the room for fields. The rest is reserved for event, logger, level, timestamp and exception. */
    int fieldBytes() {
        return lineBytes - tailBytes();
    }

    /** Returns the room for a context. The rest is left for the fields of the call. */
    int contextBytes() {
        return fieldBytes() / 2;
    }

    /**
     * Returns the number of characters to which event and logger are cut when little room is left in the line. Both
     * then fit even if every character needs six bytes.
     */
    int tailChars() {
        return tailBytes() / 32;
    }

    /** Returns the position up to which the event may extend, so that logger, level and time still fit. */
    int eventBytes() {
        return loggerBytes() - 6 * tailChars();
    }

    /** Returns the position up to which the logger's name may extend, so that level and time still fit. */
    int loggerBytes() {
        return lineBytes - LEVEL_AND_TIME;
    }

    private int tailBytes() {
        return lineBytes / 4;
    }
}
