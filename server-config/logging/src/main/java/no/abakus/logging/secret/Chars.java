package no.abakus.logging.secret;

/** Classes of characters. */
final class Chars {
    private Chars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAscii(char c) {
        return c < 128;
    }

    static boolean isAsciiLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    static boolean isLetterOrDigit(char c) {
        return isAscii(c) ? isAsciiLetter(c) || isDigit(c) : Character.isLetterOrDigit(c);
    }

    /** Characters of base64, in either alphabet, without padding. */
    static boolean isBase64(char c) {
        return isAsciiLetter(c) || isDigit(c) || c == '+' || c == '/' || c == '-' || c == '_';
    }

    /** The characters of well-known tokens. */
    static boolean isToken(char c) {
        return isAsciiLetter(c) || isDigit(c) || c == '_' || c == '-';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x7f && (Character.isSpaceChar(c) || Character.isISOControl(c)));
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    static int skipBlanks(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns the index of the first blank at or after this index; the end if there is none. */
    static int runEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && !isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Returns whether the text has this ASCII word at this index, in upper or lower case. */
    static boolean hasWord(CharSequence text, int at, int end, String lower) {
        if (at < 0 || end - at < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = text.charAt(at + i);
            if (c != lower.charAt(i) && (c >= 'A' && c <= 'Z' ? c + 32 : c) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the text has exactly this string at this index. */
    static boolean has(CharSequence text, int at, int end, String exact) {
        if (at < 0 || end - at < exact.length()) {
            return false;
        }
        for (int i = 0; i < exact.length(); i++) {
            if (text.charAt(at + i) != exact.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
