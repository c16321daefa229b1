package no.abakus.logging.json;

import java.util.function.Supplier;

/**
 * What an exception says of itself. Its methods may be anybody's code: what one of them throws, whatever that is, must cost neither the
 * line nor its reader.
 */
final class Told {
    /** More exceptions than that are never written of one, however they hang together. */
    static final int MOST_EXCEPTIONS = 64;

    private static final StackTraceElement[] NO_FRAMES = {};

    private Told() {}

    /** Its message, or that it could not be read; null where it has none. */
    static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable unreadable) {
            return "[unreadable: " + unreadable.getClass().getName() + "]";
        }
    }

    /** Its cause; null where it has none, or cannot say. */
    static Throwable cause(Throwable thrown) {
        return or(thrown::getCause, null);
    }

    /** Its frames; none where it cannot say. */
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
