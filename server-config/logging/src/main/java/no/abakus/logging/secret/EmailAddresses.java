package no.abakus.logging.secret;

/** E-mail addresses, in any alphabet. */
final class EmailAddresses implements Rule {
    private static final int MOST_LABELS = 9;
    private static final int LONGEST_VERSION = 9;

    @Override
    public String triggers() {
        return "@";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        int start = at;
        while (start > floor && isLocal(text.charAt(start - 1))) {
            start--;
        }
        if (start == at || isVersion(text, at + 1, end)) {
            return Span.NOTHING;
        }
        int label = labelEnd(text, at + 1, end);
        int labels = label > at + 1 ? 1 : 0;
        int to = label;
        while (labels > 0 && labels < MOST_LABELS && to < end && text.charAt(to) == '.') {
            int next = labelEnd(text, to + 1, end);
            if (next == to + 1) {
                break;
            }
            to = next;
            labels++;
        }
        return labels > 1 ? Span.hide(start, to) : Span.NOTHING;
    }

    /**
     * Returns whether this is a module in a stack trace, such as {@code org.jboss.weld.core@5.1.6.Final}. No domain
     * starts with a version number.
     */
    private static boolean isVersion(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && at - from <= LONGEST_VERSION && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        return at > from
                && at - from <= LONGEST_VERSION
                && at + 1 < end
                && text.charAt(at) == '.'
                && Chars.isDigit(text.charAt(at + 1));
    }

    private static int labelEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && (Chars.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    private static boolean isLocal(char c) {
        return Chars.isLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }
}
