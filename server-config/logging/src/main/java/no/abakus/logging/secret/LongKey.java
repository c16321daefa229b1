package no.abakus.logging.secret;

/**
 * Amazon's secret access keys, which have no prefix: exactly forty characters of base64 in which small letters,
 * capitals and digits alternate far more often than in names and paths.
 */
final class LongKey {
    static final int LENGTH = 40;
    private static final int LEAST_CHANGES = 17;

    private LongKey() {}

    static boolean isHere(CharSequence text, int from) {
        int changes = 0;
        int kinds = 0;
        int before = 0;
        for (int i = from; i < from + LENGTH; i++) {
            int kind = kind(text.charAt(i));
            kinds |= kind;
            changes += kind == before ? 0 : 1;
            before = kind;
        }
        return changes >= LEAST_CHANGES && (kinds & 7) == 7;
    }

    static boolean isPart(char c) {
        return Chars.isAsciiLetter(c) || Chars.isDigit(c) || c == '/' || c == '+';
    }

    private static int kind(char c) {
        if (Chars.isDigit(c)) {
            return 1;
        }
        if (c >= 'a' && c <= 'z') {
            return 2;
        }
        return c >= 'A' && c <= 'Z' ? 4 : 8;
    }
}
