package no.abakus.logging.secret;

/** Private keys in PEM, and other text that starts like one. A key without an end extends to the end of the text. */
final class PrivateKeys implements Rule {
    private static final String BEGIN = "BEGIN ";
    private static final String KEY = "PRIVATE KEY";
    private static final int LEAST_DASHES = 4;
    private static final int LONGEST_TITLE = 64;

    @Override
    public String triggers() {
        return "-";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (at > 0 && text.charAt(at - 1) == '-') {
            return Span.NOTHING;
        }
        int title = dashesEnd(text, at, end);
        if (title - at < LEAST_DASHES) {
            return Span.NOTHING;
        }
        title = title < end && text.charAt(title) == ' ' ? title + 1 : title;
        if (!Chars.has(text, title, end, BEGIN) || !isPrivate(text, title, end)) {
            return Span.NOTHING;
        }
        return Span.hide(at, keyEnd(text, title, end));
    }

    private static boolean isPrivate(CharSequence text, int title, int end) {
        int last = Math.min(end, title + LONGEST_TITLE);
        for (int i = title; i < last && text.charAt(i) != '-'; i++) {
            if (Chars.has(text, i, end, KEY)) {
                return true;
            }
        }
        return false;
    }

    private static int keyEnd(CharSequence text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '-') {
                int dashes = dashesEnd(text, i, end);
                int word = dashes < end && text.charAt(dashes) == ' ' ? dashes + 1 : dashes;
                if (dashes - i >= LEAST_DASHES && Chars.has(text, word, end, "END")) {
                    return closed(text, word, end);
                }
                i = dashes - 1;
            }
        }
        return end;
    }

    private static int closed(CharSequence text, int word, int end) {
        int last = Math.min(end, word + LONGEST_TITLE);
        for (int i = word; i < last; i++) {
            if (text.charAt(i) == '-') {
                return dashesEnd(text, i, end);
            }
        }
        return last;
    }

    private static int dashesEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '-') {
            at++;
        }
        return at;
    }
}
