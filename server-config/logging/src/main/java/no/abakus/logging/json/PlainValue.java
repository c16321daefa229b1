package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;

/** Values as people and logfmt readers write them: texts without quotes where none are needed, everything else as in JSON. */
final class PlainValue {
    private PlainValue() {}

    /** The value, redacted and bounded; on one line, without control characters. */
    static String of(Object value, boolean secret, LineEncoder encoder, Limits limits) {
        if (secret) {
            return no.abakus.logging.Redaction.REDACTED;
        }
        FieldWriter scratch = encoder.newFieldWriter(256);
        scratch.out.limit(limits.fieldBytes() / 2);
        try {
            scratch.values.write(value, limits);
        } catch (LineTooLong full) {
            scratch.out.clear(limits.fieldBytes());
            scratch.values.write(value, limits.reduced());
        }
        String json = new String(scratch.out.bytes, 0, scratch.out.length, StandardCharsets.UTF_8);
        return json.startsWith("\"") && isBare(json) ? json.substring(1, json.length() - 1) : json;
    }

    /** A text that could not be read back as anything else. */
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
