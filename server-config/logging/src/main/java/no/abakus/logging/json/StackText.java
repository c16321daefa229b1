package no.abakus.logging.json;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** An exception as the text that Java prints, bounded: in frames, in causes, and where it refers to itself. */
final class StackText {
    private static final int MOST_CAUSES = 16;
    private static final int MOST_SUPPRESSED = 8;

    private StackText() {}

    static String of(Throwable thrown, Limits limits) {
        StringBuilder text = new StringBuilder(1024);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        one(text, thrown, new StackTraceElement[0], "", limits, seen);
        return text.toString();
    }

    static String oneLine(String text, int most) {
        return text.substring(0, Text.cut(text, most)).replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    private static void one(
            StringBuilder text,
            Throwable thrown,
            StackTraceElement[] enclosing,
            String indent,
            Limits limits,
            Set<Throwable> seen) {
        StackTraceElement[] around = enclosing;
        Throwable current = thrown;
        for (int count = 0; current != null; count++) {
            if (count > 0) {
                text.append(indent).append("Caused by: ");
            }
            if (count > MOST_CAUSES || seen.size() == Told.MOST_EXCEPTIONS || !seen.add(current)) {
                text.append(seen.contains(current) ? "[cycle]\n" : "[more causes]\n");
                return;
            }
            around = single(text, current, around, indent, limits);
            suppressed(text, current, around, indent, limits, seen);
            current = Told.cause(current);
        }
    }

    private static StackTraceElement[] single(
            StringBuilder text, Throwable thrown, StackTraceElement[] enclosing, String indent, Limits limits) {
        text.append(thrown.getClass().getName());
        String message = Told.message(thrown);
        if (message != null) {
            text.append(": ").append(message, 0, Text.cut(message, limits.textChars()));
        }
        text.append('\n');
        StackTraceElement[] frames = Told.frames(thrown);
        int common = ThrowableWriter.inCommon(frames, enclosing);
        int own = frames.length - common;
        int shown = Math.min(own, limits.frames());
        for (int i = 0; i < shown; i++) {
            text.append(indent).append("\tat ").append(frames[i]).append('\n');
        }
        if (shown < frames.length) {
            text.append(indent).append("\t... ").append(frames.length - shown).append(" more\n");
        }
        return frames;
    }

    private static void suppressed(
            StringBuilder text,
            Throwable thrown,
            StackTraceElement[] frames,
            String indent,
            Limits limits,
            Set<Throwable> seen) {
        int count = 0;
        for (Throwable other : thrown.getSuppressed()) {
            if (count++ == MOST_SUPPRESSED) {
                return;
            }
            text.append(indent).append("\tSuppressed: ");
            one(text, other, frames, indent + "\t", limits, seen);
        }
    }
}
