package no.abakus.logging.secret;

/**
 * Values whose separator is escaped: {@code password%3Dx} in a URL within a URL, and <code>password&#92;u003dx</code>
 * in JSON that may be embedded in HTML.
 */
final class EscapedPairs implements Rule {
    private static final String QUOTE = "%22";
    private static final String[] COLONS = {"%3A", "%3a", "%253A", "%253a", "\\u003a"};
    private static final String[] EQUALS = {"%3D", "%3d", "%253D", "%253d", "\\u003d"};
    private static final String[] ENDS = {"%26", "%2526", "%22", "%2522", "%0A", "%0D", "\\u0026", "\\u0022"};

    private final KnownKeys keys;

    EscapedPairs(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public String triggers() {
        return "%\\";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        int separator = lengthAt(EQUALS, text, at, end);
        boolean colon = separator == 0;
        separator = colon ? lengthAt(COLONS, text, at, end) : separator;
        if (separator == 0) {
            return Span.NOTHING;
        }
        boolean quoted = at - QUOTE.length() >= floor && Chars.has(text, at - QUOTE.length(), at, QUOTE);
        int to = quoted ? at - QUOTE.length() : at;
        long key = KeyBefore.find(text, to, floor);
        if (key == Span.NOTHING) {
            return Span.NOTHING;
        }
        int from = Span.from(key);
        // In %26password the key begins after the two digits.
        from += from > floor && text.charAt(from - 1) == '%' ? 2 : 0;
        KeyMeaning meaning = from < Span.to(key) ? keys.meaning(text, from, Span.to(key)) : KeyMeaning.PLAIN;
        if (!meaning.isSecret() || (meaning == KeyMeaning.SENTENCE && colon && !quoted)) {
            return Span.NOTHING;
        }
        int value = at + separator;
        value += Chars.has(text, value, end, QUOTE) ? QUOTE.length() : 0;
        int last = valueEnd(text, value, end);
        return last == value ? Span.NOTHING : Span.hide(value, last);
    }

    /** Returns whether a separator is written here in one of these escaped forms. */
    static boolean maySeparate(CharSequence text, int at, int end) {
        return lengthAt(EQUALS, text, at, end) > 0 || lengthAt(COLONS, text, at, end) > 0;
    }

    private static int valueEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && !endsValue(text, at, end)) {
            at++;
        }
        return at;
    }

    private static boolean endsValue(CharSequence text, int at, int end) {
        char c = text.charAt(at);
        return Chars.isBlank(c)
                || Chars.isQuote(c)
                || "&;<>".indexOf(c) >= 0
                || ((c == '%' || c == '\\') && lengthAt(ENDS, text, at, end) > 0);
    }

    private static int lengthAt(String[] forms, CharSequence text, int at, int end) {
        for (String form : forms) {
            if (Chars.has(text, at, end, form)) {
                return form.length();
            }
        }
        return 0;
    }
}
