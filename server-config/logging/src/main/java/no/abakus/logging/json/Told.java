package no.abakus.logging.json;

import java.util.function.Supplier;

/**
 * Reads an exception's message, cause and frames. Any exception class may override the methods that return them.
 * Whatever those methods throw, the line stays valid.
 */
final class Told {
    /** The maximum number of exceptions in a line: the logged exception, its causes and its suppressed exceptions. */
    static final int MOST_EXCEPTIONS = 64;

    private static final StackTraceElement[] NO_FRAMES = {};

    private Told() {}

    /**
     * Returns the exception's message, or a note that the message could not be read; null if the exception has no
     * message.
     */
    static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable unreadable) {
            return "[unreadable: " + unreadable.getClass().getName() + "]";
        }
    }

    /** Returns the exception's cause; null if there is none or {@code getCause} fails. */
    static Throwable cause(Throwable thrown) {
        return or(thrown::getCause, null);
    }

    /** Returns the exception's frames; none if {@code getStackTrace} fails. */
    static StackTraceElement[] frames(Throwable thrown) {
        StackTraceElement[] frames = or(thrown::getStackTrace, NO_FRAMES);
        if (frames == null) {
            return NO_FRAMES;
        }
        for (StackTraceElement frame : frames) {
            if (frame == null) {
                return NO_FRAMES;
            }
        }
        return frames;
    }

    private static <T> T or(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (Throwable unreadable) {
            return otherwise;
        }
    }
}
