package no.abakus.logging.secret;

/**
 * The values of XML elements with a secret name, such as {@code <password>value</password>} and {@code <entry
 * key="password">value</entry>}, also in a CDATA section.
 */
final class Elements implements Rule {
    private static final int LONGEST_TAG = 128;
    private static final String SECTION = "<![CDATA[";

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
        if (from == to || text.charAt(at - 1) == '/' || !isSecret(text, open, from, to, at)) {
            return Span.NOTHING;
        }
        int section = Chars.skipBlanks(text, at + 1, end);
        if (Chars.has(text, section, end, SECTION)) {
            int value = section + SECTION.length();
            int last = sectionEnd(text, value, end);
            return last == value ? Span.NOTHING : Span.hide(value, last);
        }
        int value = section;
        while (value < end && text.charAt(value) != '<') {
            value++;
        }
        return section == value ? Span.NOTHING : Span.hide(at + 1, value);
    }

    /** Returns whether the element is secret by its own name, by an attribute or by an element before it. */
    private boolean isSecret(CharSequence text, int open, int from, int to, int at) {
        KeyMeaning meaning = keys.meaning(text, from, to);
        if (meaning.isSecret() || meaning == KeyMeaning.ID) {
            return meaning.isSecret();
        }
        long name = NameBeside.before(text, at, to, keys);
        if (name == Span.NOTHING && meaning == KeyMeaning.VALUE) {
            name = NameBeside.before(text, open, 0, keys);
        }
        return name != Span.NOTHING
                && keys.meaning(text, Span.from(name), Span.to(name)).isSecret();
    }

    private static int sectionEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && !Chars.has(text, at, end, "]]>")) {
            at++;
        }
        return at;
    }

    private static boolean isName(char c) {
        return Chars.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
    }
}
