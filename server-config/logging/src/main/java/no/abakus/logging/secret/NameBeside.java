package no.abakus.logging.secret;

/**
 * Finds the name of a value if the name and the value are written as two pairs or elements: {@code name="password"
 * value="x"}, <code>{"key":"password","value":"x"}</code>, {@code <name>password</name><value>x</value>}.
 */
final class NameBeside {
    private static final String[] NAMES = {"name", "key"};
    private static final int FARTHEST = 128;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 80;
    private static final int MOST_MARKS = 10;

    private NameBeside() {}

    /**
     * Returns the span of the name.
     *
     * @param key where the value's own key begins
     * @param value where the value begins
     */
    static long of(CharSequence text, int key, int value, int end, KnownKeys keys) {
        long name = before(text, key, Math.max(0, key - FARTHEST), keys);
        return name == Span.NOTHING ? after(text, value, end) : name;
    }

    /** Returns the span of the last name between these positions that is in the same object. */
    static long before(CharSequence text, int at, int stop, KnownKeys keys) {
        int first = Math.max(stop, at - FARTHEST);
        for (int i = at - 1; i >= first; i--) {
            char c = text.charAt(i);
            if (c == '{' || c == '}') {
                return Span.NOTHING;
            }
            int lower = c | 0x20;
            boolean maybe = (lower == 'e' || lower == 'y') && !Chars.isLetterOrDigit(text.charAt(i + 1));
            if (maybe && (isWord(text, i + 1, "name") || isWord(text, i + 1, "key"))) {
                long name = name(text, i + 1, at);
                // A word that no value follows, as in </param-name>, is not the key of a name.
                if (name != Span.NOTHING) {
                    return name;
                }
            }
            if (maybe && isWord(text, i + 1, "type")) {
                // A type counts as the name only if it is the type of a secret. Otherwise, the name is elsewhere.
                long type = name(text, i + 1, at);
                if (type != Span.NOTHING && keys.meaning(text, Span.from(type), Span.to(type)) == KeyMeaning.SECRET) {
                    return type;
                }
            }
        }
        return Span.NOTHING;
    }

    private static long after(CharSequence text, int value, int end) {
        int last = Math.min(end, value + LONGEST_VALUE);
        int at = Span.to(Values.extent(text, value, last));
        int stop = Math.min(last, at + MOST_MARKS);
        while (at < stop && (isMark(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        for (String word : NAMES) {
            int to = at + word.length();
            if (to < end && isWord(text, to, word) && !Chars.isLetterOrDigit(text.charAt(to))) {
                return name(text, to, Math.min(end, to + MOST_MARKS + LONGEST_NAME));
            }
        }
        return Span.NOTHING;
    }

    /**
     * Returns whether the word that ends here is the given word or ends in it. The word of a closing tag such as {@code
     * </name>} does not count.
     */
    private static boolean isWord(CharSequence text, int to, String word) {
        int from = to - word.length();
        if (!Chars.hasWord(text, from, to, word)) {
            return false;
        }
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        boolean hump = Character.isUpperCase(text.charAt(from)) && Character.isLowerCase(before);
        return before != '/' && (hump || !Chars.isLetterOrDigit(before));
    }

    /** Returns the span of what stands after {@code name=}, {@code "name":} or {@code <name>}. */
    private static long name(CharSequence text, int keyEnd, int end) {
        int from = keyEnd;
        boolean paired = false;
        while (from < end && from - keyEnd < MOST_MARKS && isMark(text.charAt(from))) {
            char c = text.charAt(from++);
            paired |= c == '=' || c == ':' || c == '>';
        }
        boolean closed = Chars.isQuote(text.charAt(from - 1)) || text.charAt(from - 1) == '>';
        int to = from;
        while (to < end && to - from <= LONGEST_NAME && !endsName(text.charAt(to), closed)) {
            to++;
        }
        return paired && to > from && to - from <= LONGEST_NAME ? Span.hide(from, to) : Span.NOTHING;
    }

    private static boolean isMark(char c) {
        return Chars.isBlank(c) || Chars.isQuote(c) || c == '\\' || c == '=' || c == ':' || c == '>';
    }

    private static boolean endsName(char c, boolean closed) {
        return Chars.isQuote(c) || (Chars.isBlank(c) && !closed) || "\\<>,;&)]}/".indexOf(c) >= 0;
    }
}
