package no.abakus.tasks.message;

/**
 * Checks whether bytes are valid UTF-8 (RFC 3629). Parsers of binary formats do not check this: they decode overlong
 * forms and surrogates, or replace invalid bytes.
 */
final class Utf8 {

    private static final int ASCII = 0x80;

    private Utf8() {}

    /** Whether these bytes are valid UTF-8. Takes linear time. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int length = length(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Returns the number of bytes of the character that starts here; 0 if no valid character starts here. */
    private static int length(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        if (first < ASCII) {
            return 1;
        }
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || length > to - at) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        // Overlong forms, surrogates, and characters beyond Unicode differ from valid characters in the second byte.
        int least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : ASCII;
        int most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != ASCII) {
                return 0;
            }
        }
        return length;
    }
}
