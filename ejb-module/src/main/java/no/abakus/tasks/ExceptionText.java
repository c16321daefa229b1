package no.abakus.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strings of an exception, limited in length. An exception's methods may be application code and may themselves
 * throw, even an {@code Error}. That must not hide the original failure.
 */
final class ExceptionText {

    private static final String ELLIPSIS = "…";
    private static final char REPLACEMENT = '\uFFFD';

    /** The maximum length of a stack frame. Frames are usually much shorter. */
    private static final int MAX_FRAME = 1_000;

    private ExceptionText() {}

    static Optional<String> message(Throwable thrown, int most) {
        try {
            return Optional.ofNullable(thrown.getMessage()).map(text -> bounded(text, most));
        } catch (Throwable unreadable) {
            return Optional.of("[no message: " + unreadable.getClass().getName() + "]");
        }
    }

    static Optional<Throwable> cause(Throwable thrown) {
        try {
            return Optional.ofNullable(thrown.getCause()).filter(cause -> cause != thrown);
        } catch (Throwable unreadable) {
            return Optional.empty();
        }
    }

    static List<String> frames(Throwable thrown, int most) {
        try {
            return frames(thrown.getStackTrace(), most);
        } catch (Throwable unreadable) {
            return List.of("[no frames: " + unreadable.getClass().getName() + "]");
        }
    }

    private static List<String> frames(StackTraceElement[] trace, int most) {
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < trace.length && i < most; i++) {
            frames.add(bounded(trace[i].toString(), MAX_FRAME));
        }
        if (trace.length > most) {
            frames.set(most - 1, "… " + (trace.length - most + 1) + " more");
        }
        return frames;
    }

    /** Truncates the string, and replaces unpaired surrogates with a visible mark. */
    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return whole(text);
        }
        int end = most - ELLIPSIS.length();
        int cut = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return whole(text.substring(0, cut)) + ELLIPSIS;
    }

    private static String whole(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            mended = mended == null ? new StringBuilder(text) : mended;
            mended.setCharAt(i, REPLACEMENT);
        }
        return mended == null ? text : mended.toString();
    }
}
