package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;

/**
 * Writes the content of JSON strings in valid UTF-8. Escapes the characters that JSON does not allow, and those at
 * which line readers would end a line.
 */
final class Text {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REPLACEMENT = "\\ufffd".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 256;
    private static final int WORST_EXPANSION = 6;

    private static final char NEXT_LINE = 0x85;
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    /**
     * For each ASCII character: 0 if it is written as it is, 'u' for a hexadecimal escape, else the letter after the
     * backslash.
     */
    private static final byte[] ESCAPE = new byte[128];

    static {
        for (int c = 0; c < ' '; c++) {
            ESCAPE[c] = 'u';
        }
        ESCAPE['\n'] = 'n';
        ESCAPE['\r'] = 'r';
        ESCAPE['\t'] = 't';
        ESCAPE['\b'] = 'b';
        ESCAPE['\f'] = 'f';
        ESCAPE['"'] = '"';
        ESCAPE['\\'] = '\\';
    }

    private Text() {}

    static void quoted(LineBuffer out, String text) {
        out.put('"');
        inner(out, text, text.length());
        out.put('"');
    }

    /** Writes the first {@code end} characters, without quotes. */
    static void inner(LineBuffer out, String text, int end) {
        int i = 0;
        while (i < end) {
            int stop = Math.min(end, i + CHUNK);
            out.ensure((CHUNK + 1) * WORST_EXPANSION);
            i = chunk(out, text, i, stop, end);
            out.checkLimit();
        }
    }

    private static int chunk(LineBuffer out, String text, int from, int stop, int end) {
        byte[] bytes = out.bytes;
        int at = out.length;
        int i = from;
        while (i < stop) {
            char c = text.charAt(i++);
            if (c < 128) {
                byte escape = ESCAPE[c];
                if (escape == 0) {
                    bytes[at++] = (byte) c;
                } else if (escape == 'u') {
                    at = unicodeEscape(bytes, at, c);
                } else {
                    bytes[at++] = '\\';
                    bytes[at++] = escape;
                }
            } else if (c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                // Valid in JSON, but many line readers would end the line here.
                at = unicodeEscape(bytes, at, c);
            } else if (c < 0x800) {
                bytes[at++] = (byte) (0xc0 | c >> 6);
                bytes[at++] = continuation(c);
            } else if (!Character.isSurrogate(c)) {
                bytes[at++] = (byte) (0xe0 | c >> 12);
                bytes[at++] = continuation(c >> 6);
                bytes[at++] = continuation(c);
            } else if (Character.isHighSurrogate(c) && i < end && Character.isLowSurrogate(text.charAt(i))) {
                int point = Character.toCodePoint(c, text.charAt(i++));
                bytes[at++] = (byte) (0xf0 | point >> 18);
                bytes[at++] = continuation(point >> 12);
                bytes[at++] = continuation(point >> 6);
                bytes[at++] = continuation(point);
            } else {
                System.arraycopy(REPLACEMENT, 0, bytes, at, REPLACEMENT.length);
                at += REPLACEMENT.length;
            }
        }
        out.length = at;
        return i;
    }

    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3f));
    }

    private static int unicodeEscape(byte[] bytes, int at, char c) {
        bytes[at] = '\\';
        bytes[at + 1] = 'u';
        bytes[at + 2] = HEX[c >> 12];
        bytes[at + 3] = HEX[c >> 8 & 0xf];
        bytes[at + 4] = HEX[c >> 4 & 0xf];
        bytes[at + 5] = HEX[c & 0xf];
        return at + 6;
    }

    /** Returns how many characters of the text to keep: at most {@code max}, and never half of a surrogate pair. */
    static int cut(String text, int max) {
        if (text.length() <= max) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
    }

    /** Returns whether the string has no unpaired surrogates. All unpaired surrogates look the same in a line. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
