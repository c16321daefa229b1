package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import no.abakus.logging.Redaction;

/** Values as people and logfmt readers write them: strings without quotes if possible, everything else as in JSON. */
final class PlainValue {
    private PlainValue() {}

    /** Returns the value, redacted and bounded, on one line and without control characters. */
    static String of(Key key, Object value, LineEncoder encoder, Limits limits) {
        return key.isSecret() ? Redaction.REDACTED : of(value, key, encoder, limits);
    }

    /** Returns a value that has no key, also redacted, bounded and on one line. */
    static String of(Object value, LineEncoder encoder, Limits limits) {
        return of(value, null, encoder, limits);
    }

    private static String of(Object value, Key key, LineEncoder encoder, Limits limits) {
        FieldWriter scratch = encoder.newFieldWriter(256);
        scratch.out.limit(limits.fieldBytes() / 2);
        try {
            write(scratch, key, value, limits);
        } catch (LineTooLong full) {
            scratch.out.clear(limits.fieldBytes());
            write(scratch, key, value, limits.reduced());
        }
        String json = new String(scratch.out.bytes, 0, scratch.out.length, StandardCharsets.UTF_8);
        return json.startsWith("\"") && isBare(json) ? json.substring(1, json.length() - 1) : json;
    }

    private static void write(FieldWriter scratch, Key key, Object value, Limits limits) {
        if (key == null) {
            scratch.values.write(value, limits);
        } else {
            scratch.values.write(key, value, limits);
        }
    }

    /** Returns whether the string needs no quotes, because it cannot be misread. */
    private static boolean isBare(String json) {
        int end = json.length() - 1;
        if (end == 1) {
            return false;
        }
        for (int i = 1; i < end; i++) {
            char c = json.charAt(i);
            if (c <= ' ' || c == '=' || c == '"' || c == '\\' || c == '{' || c == '[') {
                return false;
            }
        }
        String text = json.substring(1, end);
        return !text.equals("null") && !text.equals("true") && !text.equals("false") && !isNumeric(text);
    }

    private static boolean isNumeric(String text) {
        return text.matches("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    }
}
