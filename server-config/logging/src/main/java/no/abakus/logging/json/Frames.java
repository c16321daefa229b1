package no.abakus.logging.json;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Stack frames as they appear in lines. Each is encoded once and then cached, because an application often throws the
 * same exceptions from the same places. The cache is bounded, because the number of generated classes is unlimited.
 * Thread-safe.
 */
final class Frames {
    private static final int MOST = 8192;
    private static final int LONGEST_NAME = 512;

    private final ExceptionShape shape;
    private final ConcurrentMap<StackTraceElement, byte[]> known = new ConcurrentHashMap<>();

    Frames(ExceptionShape shape) {
        this.shape = shape;
    }

    byte[] encoded(StackTraceElement frame) {
        byte[] bytes = known.get(frame);
        if (bytes == null) {
            bytes = encode(frame);
            if (known.size() < MOST) {
                known.put(frame, bytes);
            }
        }
        return bytes;
    }

    private byte[] encode(StackTraceElement frame) {
        LineBuffer out = new LineBuffer(160);
        out.limit(Integer.MAX_VALUE);
        if (shape == ExceptionShape.STRUCTURE) {
            object(out, frame);
        } else {
            text(out, frame);
        }
        return out.copy();
    }

    private static void object(LineBuffer out, StackTraceElement frame) {
        out.put('{');
        member(out, "class", frame.getClassName());
        out.put(',');
        member(out, "method", frame.getMethodName());
        if (frame.isNativeMethod()) {
            out.put(',');
            Text.quoted(out, "native");
            out.put(":true".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        if (frame.getFileName() != null) {
            out.put(',');
            member(out, "file", frame.getFileName());
        }
        if (frame.getLineNumber() >= 0) {
            out.put(',');
            Text.quoted(out, "line");
            out.put(':');
            Numbers.whole(out, frame.getLineNumber());
        }
        out.put('}');
    }

    private static void member(LineBuffer out, String name, String text) {
        Text.quoted(out, name);
        out.put(':');
        out.put('"');
        inner(out, text);
        out.put('"');
    }

    private static void text(LineBuffer out, StackTraceElement frame) {
        out.put('"');
        inner(out, frame.getClassName());
        out.put('.');
        inner(out, frame.getMethodName());
        out.put('(');
        if (frame.isNativeMethod()) {
            inner(out, "Native Method");
        } else if (frame.getFileName() == null) {
            inner(out, "Unknown Source");
        } else {
            inner(out, frame.getFileName());
            if (frame.getLineNumber() >= 0) {
                out.put(':');
                Numbers.whole(out, frame.getLineNumber());
            }
        }
        out.put(')');
        out.put('"');
    }

    private static void inner(LineBuffer out, String text) {
        Text.inner(out, text, Text.cut(text, LONGEST_NAME));
    }
}
