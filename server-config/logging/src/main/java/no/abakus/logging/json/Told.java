package no.abakus.logging.json;

import java.util.function.Supplier;

/**
 * Reads an exception's message, cause and frames. These methods may be overridden by any code. Whatever they throw, a
 * valid line is still written.
 */
final class Told {
    /** The maximum number of exceptions written for one exception, however they are linked. */
    static final int MOST_EXCEPTIONS = 64;

    private static final StackTraceElement[] NO_FRAMES = {};

    private Told() {}

    /** Returns its message, or a note that it could not be read; null if it has none. */
    static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable unreadable) {
            return "[unreadable: " + unreadable.getClass().getName() + "]";
        }
    }

    /** Returns its cause; null if it has none or its method fails. */
    static Throwable cause(Throwable thrown) {
        return or(thrown::getCause, null);
    }

    /** Returns its frames; none if its method fails. */
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
