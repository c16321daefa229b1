package no.abakus.logging.secret;

/**
 * The values of flags with a secret name, such as {@code --password value}, on a command line or in a list of
 * arguments.
 */
final class Flags implements Rule {
    private static final int LONGEST = 64;
    private static final int LONGEST_GAP = 8;

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
        boolean flag = at + 1 < end && text.charAt(at + 1) == '-' && (at == 0 || text.charAt(at - 1) != '-');
        if (!flag) {
            return Span.NOTHING;
        }
        int from = at + 2;
        int to = from;
        while (to < end && to - from <= LONGEST && isName(text.charAt(to))) {
            to++;
        }
        if (to == from || to == end || to - from > LONGEST || !isGap(text.charAt(to))) {
            return Span.NOTHING;
        }
        int value = to;
        while (value < end && value - to <= LONGEST_GAP && isGap(text.charAt(value))) {
            value++;
        }
        KeyMeaning meaning = keys.meaning(text, from, to);
        if (value == end || text.charAt(value) == '-' || meaning == KeyMeaning.PLAIN || meaning == KeyMeaning.ID) {
            return Span.NOTHING;
        }
        int last = Values.unquoted(text, value, end);
        return last == value ? Span.NOTHING : Span.hide(value, last);
    }

    private static boolean isGap(char c) {
        return (Chars.isBlank(c) && !Chars.isLineEnd(c)) || Chars.isQuote(c) || c == ',';
    }

    private static boolean isName(char c) {
        return Chars.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}
