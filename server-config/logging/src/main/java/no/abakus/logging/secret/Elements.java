package no.abakus.logging.secret;

/** The values of XML elements with a secret name, such as {@code <password>value</password>}. */
final class Elements implements Rule {
    private static final int LONGEST_TAG = 128;

    private final KnownKeys keys;

    Elements(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public String triggers() {
        return ">";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        int open = at - 1;
        while (open >= floor && at - open < LONGEST_TAG && text.charAt(open) != '<' && text.charAt(open) != '>') {
            open--;
        }
        if (open < floor || text.charAt(open) != '<') {
            return Span.NOTHING;
        }
        int from = open + 1;
        int to = from;
        while (to < at && isName(text.charAt(to))) {
            to++;
            from = text.charAt(to - 1) == ':' ? to : from;
        }
        KeyMeaning meaning = from == to ? KeyMeaning.PLAIN : keys.meaning(text, from, to);
        if (meaning == KeyMeaning.PLAIN || meaning == KeyMeaning.ID || text.charAt(at - 1) == '/') {
            return Span.NOTHING;
        }
        int value = at + 1;
        while (value < end && text.charAt(value) != '<') {
            value++;
        }
        return Chars.skipBlanks(text, at + 1, value) == value ? Span.NOTHING : Span.hide(at + 1, value);
    }

    private static boolean isName(char c) {
        return Chars.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
    }
}
