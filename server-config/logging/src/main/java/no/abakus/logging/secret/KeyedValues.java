package no.abakus.logging.secret;

/**
 * The values in {@code key=value}, {@code key: value}, <code>{"key":"value"}</code>, parameters of URLs and
 * {@code name="password" value="x"}, if the key or the name is that of a secret. Also marks ids, so that no other rule
 * hides them.
 */
final class KeyedValues implements Rule {
    private static final int LONGEST_ID = 128;
    private static final int MOST_ARROWS = 3;

    private final KnownKeys keys;

    KeyedValues(KnownKeys keys) {
        this.keys = keys;
    }

    @Override
    public String triggers() {
        return "=:";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        long key = KeyBefore.find(text, at, floor);
        if (key == Span.NOTHING) {
            return Span.NOTHING;
        }
        KeyMeaning meaning = keys.meaning(text, Span.from(key), Span.to(key));
        if (meaning == KeyMeaning.PLAIN) {
            return Span.NOTHING;
        }
        boolean colon = text.charAt(at) == ':';
        int after = at + 1;
        while (after < end && after - at <= MOST_ARROWS && (text.charAt(after) == '=' || text.charAt(after) == '>')) {
            after++;
        }
        if (colon && isEncoded(text, after, end)) {
            after++;
        }
        if ((colon && Chars.has(text, after, end, "//")) || Chars.has(text, after, end, ":")) {
            return Span.NOTHING;
        }
        int start = after;
        while (start < end && Chars.isBlank(text.charAt(start)) && !Chars.isLineEnd(text.charAt(start))) {
            start++;
        }
        if (start == end || Chars.isLineEnd(text.charAt(start))) {
            return Span.NOTHING;
        }
        boolean sentence = colon && start > after && !Chars.isQuote(text.charAt(at - 1));
        if (meaning == KeyMeaning.VALUE) {
            key = NameBeside.of(text, Span.from(key), start, end, keys);
            meaning = key == Span.NOTHING ? KeyMeaning.PLAIN : keys.meaning(text, Span.from(key), Span.to(key));
            return meaning.isSecret() ? value(meaning, text, key, start, end, sentence) : Span.NOTHING;
        }
        return value(meaning, text, key, start, end, sentence);
    }

    private static long value(KeyMeaning meaning, CharSequence text, long key, int start, int end, boolean sentence) {
        return switch (meaning) {
            case CODE -> OAuthCode.look(text, Span.from(key), start, end);
            case ID -> id(text, start, end);
            case AUTHORIZATION ->
                sentence && PlainWords.standTwice(text, start, end)
                        ? Span.NOTHING
                        : Authorization.value(text, start, end);
            case COOKIE -> cookie(text, start, end, sentence);
            case SENTENCE ->
                (sentence && PlainWords.stand(text, start, end)) || isCount(text, Span.to(key), start, end)
                        ? Span.NOTHING
                        : found(Values.extent(text, start, end));
            default -> found(Values.extent(text, start, end));
        };
    }

    /**
     * Returns whether a second colon and a blank follow, as in LDIF's {@code userPassword:: c2VrcmV0}. Without the
     * blank it may be a method reference, such as {@code Token::of}.
     */
    private static boolean isEncoded(CharSequence text, int after, int end) {
        return after + 1 < end && text.charAt(after) == ':' && Chars.isBlank(text.charAt(after + 1));
    }

    private static long found(long value) {
        return Span.from(value) == Span.to(value) ? Span.NOTHING : value;
    }

    private static long id(CharSequence text, int start, int end) {
        int from = Chars.isQuote(text.charAt(start)) ? start + 1 : start;
        int to = from;
        while (to < end && Ids.isPart(text.charAt(to))) {
            to++;
        }
        return to == from || to - from > LONGEST_ID ? Span.NOTHING : Span.open(from, to);
    }

    private static long cookie(CharSequence text, int start, int end, boolean sentence) {
        int first = Values.unquoted(text, start, end);
        for (int i = start; i < first; i++) {
            if (text.charAt(i) == '=' && !Chars.isQuote(text.charAt(start))) {
                return Span.hide(start, Values.lineEnd(text, start, end));
            }
        }
        return sentence && PlainWords.stand(text, start, end) ? Span.NOTHING : found(Values.extent(text, start, end));
    }

    /** Returns whether the value is a count, as in {@code tokens=512}. */
    private static boolean isCount(CharSequence text, int keyEnd, int start, int end) {
        int at = start;
        while (at < end && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at > start
                && (text.charAt(keyEnd - 1) | 0x20) == 's'
                && (at == end || !Chars.isLetterOrDigit(text.charAt(at)));
    }
}
