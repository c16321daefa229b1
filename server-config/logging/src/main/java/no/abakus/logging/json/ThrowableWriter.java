package no.abakus.logging.json;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Writes an exception as a structure: type, message, frames, the causes as a flat list in their order, suppressed ones where they
 * belong. A cause repeats only the frames that it does not share with the exception it caused.
 */
final class ThrowableWriter {
    private static final int MOST_CAUSES = 16;
    private static final int MOST_SUPPRESSED = 8;

    private final LineBuffer out;
    private final ValueWriter values;

    ThrowableWriter(LineBuffer out, ValueWriter values) {
        this.out = out;
        this.values = values;
    }

    void write(Throwable thrown, Limits limits) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        out.put('{');
        StackTraceElement[] frames = one(thrown, new StackTraceElement[0], limits, seen);
        causes(thrown, frames, limits, seen);
        out.put('}');
    }

    private void causes(Throwable thrown, StackTraceElement[] enclosing, Limits limits, Set<Throwable> seen) {
        StackTraceElement[] frames = enclosing;
        int count = 0;
        for (Throwable cause = thrown.getCause(); cause != null && !seen.contains(cause); cause = cause.getCause()) {
            if (count == 0) {
                name("causes");
                out.put('[');
            } else {
                out.put(',');
            }
            if (count++ == MOST_CAUSES) {
                Text.quoted(out, "…[more causes]");
                break;
            }
            out.put('{');
            frames = one(cause, frames, limits, seen);
            out.put('}');
        }
        if (count > 0) {
            out.put(']');
        }
    }

    private StackTraceElement[] one(
            Throwable thrown, StackTraceElement[] enclosing, Limits limits, Set<Throwable> seen) {
        seen.add(thrown);
        Text.quoted(out, "type");
        out.put(':');
        Text.quoted(out, thrown.getClass().getName());
        name("message");
        values.text(message(thrown));
        StackTraceElement[] frames = thrown.getStackTrace();
        int common = inCommon(frames, enclosing);
        int own = frames.length - common;
        int shown = Math.min(own, limits.frames());
        name("frames");
        out.put('[');
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                out.put(',');
            }
            frame(frames[i]);
        }
        out.put(']');
        count("frames_omitted", own - shown);
        count("frames_in_common", common);
        suppressed(thrown, frames, limits, seen);
        return frames;
    }

    private void suppressed(Throwable thrown, StackTraceElement[] frames, Limits limits, Set<Throwable> seen) {
        int count = 0;
        for (Throwable other : thrown.getSuppressed()) {
            if (!seen.contains(other) && count < MOST_SUPPRESSED) {
                if (count++ == 0) {
                    name("suppressed");
                    out.put('[');
                } else {
                    out.put(',');
                }
                out.put('{');
                StackTraceElement[] own = one(other, frames, limits, seen);
                causes(other, own, limits, seen);
                out.put('}');
            }
        }
        if (count > 0) {
            out.put(']');
        }
    }

    private static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (RuntimeException unreadable) {
            return "[unreadable: " + unreadable.getClass().getName() + "]";
        }
    }

    private static int inCommon(StackTraceElement[] frames, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < frames.length
                && common < enclosing.length
                && frames[frames.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private void frame(StackTraceElement frame) {
        out.put('"');
        inner(frame.getClassName());
        out.put('.');
        inner(frame.getMethodName());
        out.put('(');
        if (frame.isNativeMethod()) {
            inner("Native Method");
        } else if (frame.getFileName() == null) {
            inner("Unknown Source");
        } else {
            inner(frame.getFileName());
            if (frame.getLineNumber() >= 0) {
                out.put(':');
                Numbers.whole(out, frame.getLineNumber());
            }
        }
        out.put(')');
        out.put('"');
    }

    private void inner(String text) {
        Text.inner(out, text, text.length());
    }

    private void count(String name, int number) {
        if (number > 0) {
            name(name);
            Numbers.whole(out, number);
        }
    }

    private void name(String name) {
        out.put(',');
        Text.quoted(out, name);
        out.put(':');
    }
}
