package no.abakus.logging.secret;

/**
 * The values of flags with a secret name, such as {@code --password value} and {@code -storepass value}, on a command
 * line or in a list of arguments.
 */
final class Flags implements Rule {
    private static final int LONGEST = 64;
    private static final int LONGEST_GAP = 8;
    private static final int LONGEST_WORD = 8;

    private final KnownKeys keys;

    Flags(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public String triggers() {
        return "-";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (!mayBegin(text, at, end)) {
            return Span.NOTHING;
        }
        int from = text.charAt(at + 1) == '-' ? at + 2 : at + 1;
        int to = from;
        while (to < end && to - from <= LONGEST && isName(text.charAt(to))) {
            to++;
        }
        if (to == from || to == end || to - from > LONGEST || !isGap(text.charAt(to))) {
            return Span.NOTHING;
        }
        int value = to;
        boolean apart = false;
        while (value < end && value - to <= LONGEST_GAP && isGap(text.charAt(value))) {
            apart |= !Chars.isQuote(text.charAt(value));
            value++;
        }
        KeyMeaning meaning = keys.meaning(text, from, to);
        // If nothing but a quote follows the flag, a sentence only mentions the flag.
        if (!apart
                || value == end
                || text.charAt(value) == '-'
                || !meaning.isSecret()
                || isSentence(text, value, end)) {
            return Span.NOTHING;
        }
        int last = Values.unquoted(text, value, end);
        return last == value ? Span.NOTHING : Span.hide(value, last);
    }

    /** Returns whether a flag may begin here: two dashes, or one before a letter and not within a word. */
    static boolean mayBegin(CharSequence text, int at, int end) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char next = at + 1 < end ? text.charAt(at + 1) : ' ';
        return next == '-'
                ? before != '-'
                : Chars.isAsciiLetter(next)
                        && (Chars.isBlank(before) || Chars.isQuote(before) || "([{,".indexOf(before) >= 0);
    }

    /** Returns whether this is a sentence about the flag: {@code --password is required}. */
    private static boolean isSentence(CharSequence text, int from, int end) {
        int to = from;
        while (to < end && to - from <= LONGEST_WORD && Chars.isAsciiLetter(text.charAt(to))) {
            to++;
        }
        return to - from <= LONGEST_WORD
                && (to == end || Chars.isBlank(text.charAt(to)))
                && SecretTable.AFTER_FLAGS.contains(text.subSequence(from, to).toString());
    }

    private static boolean isGap(char c) {
        return (Chars.isBlank(c) && !Chars.isLineEnd(c)) || Chars.isQuote(c) || c == ',';
    }

    private static boolean isName(char c) {
        return Chars.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
