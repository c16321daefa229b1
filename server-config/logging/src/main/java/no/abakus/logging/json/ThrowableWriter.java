package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Writes an exception as a structure: type, message, frames, the causes as a flat list in order, and suppressed
 * exceptions with the exception that has them. A cause omits the frames that it shares with the exception it caused.
 */
final class ThrowableWriter {
    private static final int MOST_CAUSES = 16;
    private static final int MOST_SUPPRESSED = 8;

    private static final byte[] TYPE = "\"type\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MESSAGE = "\",\"message\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FRAMES = ",\"frames\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OMITTED = ",\"frames_omitted\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IN_COMMON = ",\"frames_in_common\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CAUSES = ",\"causes\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SUPPRESSED = ",\"suppressed\":[".getBytes(StandardCharsets.US_ASCII);

    private final LineBuffer out;
    private final ValueWriter values;
    private final Frames frames;
    private final boolean asText;

    ThrowableWriter(LineBuffer out, ValueWriter values, Frames frames, ExceptionShape shape) {
        this.out = out;
        this.values = values;
        this.frames = frames;
        this.asText = shape == ExceptionShape.TEXT;
    }

    void write(Throwable thrown, Limits limits) {
        if (asText) {
            values.trace(thrown, limits);
            return;
        }
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>(8));
        out.put('{');
        StackTraceElement[] trace = one(thrown, new StackTraceElement[0], limits, seen);
        causes(thrown, trace, limits, seen);
        out.put('}');
    }

    private void causes(Throwable thrown, StackTraceElement[] enclosing, Limits limits, Set<Throwable> seen) {
        StackTraceElement[] around = enclosing;
        int count = 0;
        for (Throwable cause = Told.cause(thrown); cause != null && !seen.contains(cause); cause = Told.cause(cause)) {
            if (count == 0) {
                out.put(CAUSES);
            } else {
                out.put(',');
            }
            if (count++ == MOST_CAUSES || seen.size() == Told.MOST_EXCEPTIONS) {
                Text.quoted(out, "…[more causes]");
                break;
            }
            out.put('{');
            around = one(cause, around, limits, seen);
            out.put('}');
        }
        if (count > 0) {
            out.put(']');
        }
    }

    private StackTraceElement[] one(
            Throwable thrown, StackTraceElement[] enclosing, Limits limits, Set<Throwable> seen) {
        seen.add(thrown);
        out.put(TYPE);
        String type = thrown.getClass().getName();
        Text.inner(out, type, type.length());
        out.put(MESSAGE);
        values.text(Told.message(thrown));
        StackTraceElement[] trace = Told.frames(thrown);
        int common = inCommon(trace, enclosing);
        int own = trace.length - common;
        int shown = Math.min(own, limits.frames());
        out.put(FRAMES);
        for (int i = 0; i < shown; i++) {
            if (i > 0) {
                out.put(',');
            }
            out.put(frames.encoded(trace[i]));
        }
        out.put(']');
        count(OMITTED, own - shown);
        count(IN_COMMON, common);
        suppressed(thrown, trace, limits, seen);
        return trace;
    }

    private void suppressed(Throwable thrown, StackTraceElement[] around, Limits limits, Set<Throwable> seen) {
        int count = 0;
        for (Throwable other : thrown.getSuppressed()) {
            if (!seen.contains(other) && count < MOST_SUPPRESSED && seen.size() < Told.MOST_EXCEPTIONS) {
                if (count++ == 0) {
                    out.put(SUPPRESSED);
                } else {
                    out.put(',');
                }
                out.put('{');
                StackTraceElement[] own = one(other, around, limits, seen);
                causes(other, own, limits, seen);
                out.put('}');
            }
        }
        if (count > 0) {
            out.put(']');
        }
    }

    static int inCommon(StackTraceElement[] trace, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < trace.length
                && common < enclosing.length
                && trace[trace.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private void count(byte[] name, int number) {
        if (number > 0) {
            out.put(name);
            Numbers.whole(out, number);
        }
    }
}
