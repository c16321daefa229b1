package no.abakus.logging.json;

import no.abakus.logging.LoggingSetting;

/**
 * How large a line and its parts may become.
 *
 * @param lineBytes the longest line, its line feed included
 * @param textChars the longest text
 * @param elements the most elements of a collection, map or array
 * @param depth the deepest nesting
 * @param frames the most stack frames of one exception
 */
public record Limits(int lineBytes, int textChars, int elements, int depth, int frames) {
    private static final int SHORTEST_LINE = 4096;
    private static final int LEVEL_AND_TIME = 128;
    private static final Limits REDUCED = new Limits(Integer.MAX_VALUE, 256, 10, 2, 10);

    public Limits {
        lineBytes = Math.max(lineBytes, SHORTEST_LINE);
    }

    /** What the settings say. */
    public static Limits configured() {
        return new Limits(
                LoggingSetting.MAX_LINE_BYTES.number(),
                LoggingSetting.MAX_TEXT_CHARS.number(),
                LoggingSetting.MAX_ELEMENTS.number(),
                LoggingSetting.MAX_DEPTH.number(),
                LoggingSetting.MAX_FRAMES.number());
    }

    /** What is still shown of a value that would make the line too long. */
    Limits reduced() {
        return new Limits(
                lineBytes,
                Math.min(textChars, REDUCED.textChars),
                Math.min(elements, REDUCED.elements),
                Math.min(depth, REDUCED.depth),
                Math.min(frames, REDUCED.frames));
    }

    /** What the fields may fill; the rest is kept for event, logger, level, timestamp and exception. */
    int fieldBytes() {
        return lineBytes - tailBytes();
    }

    /** What a context may fill, so that it leaves room for the fields of the call. */
    int contextBytes() {
        return fieldBytes() / 2;
    }

    /** To what event and logger are cut when the tail gets tight: even if every character needs six bytes, both fit. */
    int tailChars() {
        return tailBytes() / 32;
    }

    /** Up to where the event may reach, so that logger, level and time still fit. */
    int eventBytes() {
        return loggerBytes() - 6 * tailChars();
    }

    /** Up to where the logger's name may reach, so that level and time still fit. */
    int loggerBytes() {
        return lineBytes - LEVEL_AND_TIME;
    }

    private int tailBytes() {
        return lineBytes / 4;
    }
}
