package no.abakus.logging.json;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import no.abakus.logging.Redaction;

/**
 * An exception as the text that Java prints, with redacted messages. The numbers of frames and causes are limited, and
 * a cycle of causes is cut off.
 */
final class StackText {
    private static final int MOST_CAUSES = 16;
    private static final int MOST_SUPPRESSED = 8;

    private final StringBuilder text = new StringBuilder(1024);
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Redaction redaction;
    private final Limits limits;

    private StackText(Redaction redaction, Limits limits) {
        this.redaction = redaction;
        this.limits = limits;
    }

    static String of(Throwable thrown, Redaction redaction, Limits limits) {
        StackText text = new StackText(redaction, limits);
        text.one(thrown, new StackTraceElement[0], "");
        return text.text.toString();
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
    }

    private void one(Throwable thrown, StackTraceElement[] enclosing, String indent) {
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
            around = single(current, around, indent);
            suppressed(current, around, indent);
            current = Told.cause(current);
        }
    }

    private StackTraceElement[] single(Throwable thrown, StackTraceElement[] enclosing, String indent) {
        text.append(thrown.getClass().getName());
        String message = Told.message(thrown);
        if (message != null) {
            text.append(": ").append(redaction.text(message, limits.textChars()));
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

    private void suppressed(Throwable thrown, StackTraceElement[] frames, String indent) {
        int count = 0;
        for (Throwable other : thrown.getSuppressed()) {
            if (count++ == MOST_SUPPRESSED) {
                return;
            }
            text.append(indent).append("\tSuppressed: ");
            one(other, frames, indent + "\t");
        }
    }
}
