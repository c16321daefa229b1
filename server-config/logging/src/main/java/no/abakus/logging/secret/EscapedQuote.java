package no.abakus.logging.secret;

/** Quotes as they are written in HTML, and in JSON that is safe within HTML. */
final class EscapedQuote {
    private static final String[] FORMS = {"&quot;", "&#34;", "&apos;", "&#39;", "&#x27;", "\\u0022", "\\u0027"};

    private EscapedQuote() {}

    /** Returns the length of the escaped quote that ends here; 0 if there is none. */
    static int lengthBefore(CharSequence text, int to, int floor) {
        char last = to > floor ? text.charAt(to - 1) : ' ';
        if (last == ';' || last == '2' || last == '7') {
            for (String form : FORMS) {
                int from = to - form.length();
                if (from >= floor && Chars.has(text, from, to, form)) {
                    return form.length();
                }
            }
        }
        return 0;
    }

    /** Returns the length of the escaped quote that begins here; 0 if there is none. */
    static int lengthAt(CharSequence text, int from, int end) {
        char first = from < end ? text.charAt(from) : ' ';
        if (first == '&' || first == '\\') {
            for (String form : FORMS) {
                if (Chars.has(text, from, end, form)) {
                    return form.length();
                }
            }
        }
        return 0;
    }

    /**
     * Returns the position of the next escaped quote of the same kind, at or after this position; the end if there is
     * none.
     */
    static int next(CharSequence text, int from, int end, int opening, int length) {
        char first = text.charAt(opening);
        for (int at = from; at < end; at++) {
            if (text.charAt(at) == first && lengthAt(text, at, end) == length) {
                return at;
            }
        }
        return end;
    }
}
