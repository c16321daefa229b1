package no.abakus.logging.secret;

/**
 * Reads groups of digits with the same separator between them, as people write long numbers. Not thread-safe; use a new
 * reader for each position.
 */
final class NumberReader {
    private final CharSequence text;
    private final int end;
    private final int longestGroup;
    private final boolean dots;
    final StringBuilder digits = new StringBuilder(24);
    private char separator;
    private int at;

    NumberReader(CharSequence text, int start, int end, int longestGroup, boolean dots) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.longestGroup = longestGroup;
        this.dots = dots;
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
        return separator == 0 ? c == '.' ? dots : maySeparate(c) : c == separator;
    }

    /**
     * Returns whether people may write this character between groups. A dot counts only between the groups of a card
     * number, because elsewhere it may be a decimal point.
     */
    static boolean maySeparate(char c) {
        return c == ' ' || c == '-' || c == '.' || (!Chars.isAscii(c) && (Character.isSpaceChar(c) || c == '\u2011'));
    }

    /** Returns whether there are dots between the groups. */
    boolean isDotted() {
        return separator == '.';
    }

    /** Returns whether the same separator and a further digit follow. */
    boolean goesOn() {
        return at + 1 < end && text.charAt(at) == separator && Chars.isDigit(text.charAt(at + 1));
    }
}
