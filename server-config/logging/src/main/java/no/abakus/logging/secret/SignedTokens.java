package no.abakus.logging.secret;

/**
 * JSON Web Tokens: three parts if signed, five if encrypted, of which the second may be empty. All begin with the
 * base64 of <code>{"</code>.
 */
final class SignedTokens implements Rule {
    private static final int LEAST_PART = 4;
    private static final int MOST_PARTS = 5;

    @Override
    public String triggers() {
        return "J";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        int start = at - 2;
        if (start < floor || text.charAt(at - 1) != 'y' || text.charAt(start) != 'e') {
            return Span.NOTHING;
        }
        if (start > 0 && (Chars.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            return Span.NOTHING;
        }
        int header = partEnd(text, at + 1, end);
        if (header - at - 1 < LEAST_PART) {
            return Span.NOTHING;
        }
        if (header == end || text.charAt(header) != '.') {
            return Span.barren(header);
        }
        int second = partEnd(text, header + 1, end);
        boolean encrypted = second == header + 1 && second < end && text.charAt(second) == '.';
        if (second - header - 1 < LEAST_PART && !encrypted) {
            return Span.barren(header);
        }
        int last = second;
        for (int part = 2; part < MOST_PARTS && last < end && text.charAt(last) == '.'; part++) {
            last = partEnd(text, last + 1, end);
        }
        return Span.hide(start, last);
    }

    private static int partEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && Chars.isToken(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
