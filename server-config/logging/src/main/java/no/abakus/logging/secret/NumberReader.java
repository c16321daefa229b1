package no.abakus.logging.secret;

/**
 * Reads groups of digits with the same separator between them, as people write long numbers. Not thread-safe; use a new
 * reader for each position.
 */
final class NumberReader {
    private final CharSequence text;
    private final int end;
    private final int longestGroup;
    final StringBuilder digits = new StringBuilder(24);
    private char separator;
    private int at;

    NumberReader(CharSequence text, int start, int end, int longestGroup) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.longestGroup = longestGroup;
    }

    /** Returns whether a number may start here: not within a word, and not after a decimal point. */
    static boolean mayBegin(CharSequence text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return before != '.' && !Chars.isLetterOrDigit(before);
    }

    /** Reads the next group and returns its length; 0 if there is none, or if it is longer than any relevant group. */
    int group() {
        int from = at;
        if (digits.length() > 0) {
            if (at == end || !isSeparator(text.charAt(at))) {
                return 0;
            }
            separator = text.charAt(at);
            from = at + 1;
        }
        int to = from;
        while (to < end && to - from <= longestGroup && Chars.isDigit(text.charAt(to))) {
            to++;
        }
        if (to == from || to - from > longestGroup) {
            return 0;
        }
        digits.append(text, from, to);
        at = to;
        return to - from;
    }

    /** Returns whether the number may end after the last group. */
    boolean mayEnd() {
        return at == end || !Chars.isLetterOrDigit(text.charAt(at));
    }

    int position() {
        return at;
    }

    private boolean isSeparator(char c) {
        return separator == 0 ? c == ' ' || c == '-' : c == separator;
    }
}
