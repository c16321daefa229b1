package no.abakus.logging.secret;

/** Recognises user, colon and password in base64. Any other text after the word {@code basic} is ordinary language. */
final class UserAndPassword {
    private static final int LEAST = 4;
    private static final int COLON = ':';

    private UserAndPassword() {}

    /**
     * Returns the end of the base64 that starts here, including its padding; -1 if it does not decode to a string with
     * a colon.
     */
    static int end(CharSequence text, int from, int runEnd) {
        int at = from;
        int bits = 0;
        int held = 0;
        boolean colon = false;
        while (at < runEnd && Chars.isBase64(text.charAt(at))) {
            held = held << 6 | sextet(text.charAt(at++));
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                colon |= (held >> bits & 0xff) == COLON;
                held &= (1 << bits) - 1;
            }
        }
        if (at - from < LEAST || !colon) {
            return -1;
        }
        for (int i = 0; i < 2 && at < runEnd && text.charAt(at) == '='; i++) {
            at++;
        }
        return at;
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (Chars.isDigit(c)) {
            return c - '0' + 52;
        }
        return c == '+' || c == '-' ? 62 : 63;
    }
}
