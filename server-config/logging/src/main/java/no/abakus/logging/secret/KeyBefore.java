package no.abakus.logging.secret;

/** Finds the key before a {@code =} or {@code :}. */
final class KeyBefore {
    private static final int LONGEST = 64;
    private static final int MOST_BLANKS = 3;
    private static final int MOST_SLASHES = 8;

    private KeyBefore() {}

    /** Returns the span of the key; {@link Span#NOTHING} if there is none. */
    static long find(CharSequence text, int at, int floor) {
        int to = at;
        while (to > floor && at - to < MOST_BLANKS && isInnerBlank(text.charAt(to - 1))) {
            to--;
        }
        boolean indexed = to > floor && text.charAt(to - 1) == ']';
        to -= indexed ? 1 : 0;
        int escaped = EscapedQuote.lengthBefore(text, to, floor);
        to -= escaped;
        boolean quoted = escaped > 0 || (to > floor && Chars.isQuote(text.charAt(to - 1)));
        if (quoted && escaped == 0) {
            to--;
            int quote = to;
            while (to > floor && quote - to < MOST_SLASHES && text.charAt(to - 1) == '\\') {
                to--;
            }
        }
        int from = to;
        while (from > floor && to - from < LONGEST && isKey(text.charAt(from - 1), quoted, indexed)) {
            from--;
        }
        return from == to ? Span.NOTHING : Span.hide(from, to);
    }

    private static boolean isInnerBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isKey(char c, boolean quoted, boolean indexed) {
        return Chars.isLetterOrDigit(c)
                || c == '_'
                || c == '-'
                || c == '.'
                || (quoted && c == ' ')
                || (indexed && c == '[');
    }
}
