package no.abakus.logging.secret;

/** Finds the end of a value in a text. In doubt it chooses the later end, so that no part of a secret is shown. */
final class Values {
    private Values() {}

    /** Returns the span of the value that starts here, without its quotes; an empty span if there is no value. */
    static long extent(CharSequence text, int start, int end) {
        int escaped = EscapedQuote.lengthAt(text, start, end);
        if (escaped > 0) {
            return Span.hide(start + escaped, EscapedQuote.next(text, start + escaped, end, start, escaped));
        }
        int slashes = start;
        while (slashes < end && text.charAt(slashes) == '\\') {
            slashes++;
        }
        if (slashes < end && Chars.isQuote(text.charAt(slashes))) {
            int from = slashes + 1;
            return Span.hide(from, closingQuote(text, from, end, text.charAt(slashes), slashes - start));
        }
        char first = start < end ? text.charAt(start) : ' ';
        if (first == '[' || first == '{') {
            return Span.hide(start, closingBracket(text, start, end));
        }
        return Span.hide(start, unquoted(text, start, end));
    }

    /**
     * Returns the end of an unquoted value. Such a value ends at a blank, at {@code &} or at {@code ;}. A comma, a
     * quote, a bracket that the value did not open or a similar character ends the value only if the next character, or
     * the end of the text, confirms that.
     */
    static int unquoted(CharSequence text, int start, int end) {
        int at = start;
        int open = 0;
        while (at < end) {
            char c = text.charAt(at);
            if (isOpener(c)) {
                open++;
            } else if (isBracketEnd(c) && open > 0) {
                open--;
            } else if (Chars.isBlank(c) || c == '&' || c == ';' || (isCloser(c) && isFollowedAsCloser(text, at, end))) {
                break;
            }
            at++;
        }
        return at;
    }

    static int lineEnd(CharSequence text, int start, int end) {
        int at = start;
        while (at < end && !Chars.isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /**
     * @param escapes the number of backslashes before the opening quote. If it is 0, a quote after an odd number of
     *     backslashes does not close the value. Otherwise, a quote after more backslashes than this number does not
     *     close it.
     */
    private static int closingQuote(CharSequence text, int from, int end, char quote, int escapes) {
        int slashes = 0;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                slashes++;
            } else {
                boolean closes = escapes == 0 ? slashes % 2 == 0 : slashes <= escapes;
                if (c == quote && closes) {
                    return Math.max(from, at - (escapes == 0 ? 0 : slashes));
                }
                slashes = 0;
            }
        }
        return end;
    }

    private static int closingBracket(CharSequence text, int start, int end) {
        int depth = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                return at + 1;
            } else if (c == '"') {
                at = closingQuote(text, at + 1, end, '"', 0);
            }
        }
        return end;
    }

    private static boolean isOpener(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private static boolean isBracketEnd(char c) {
        return c == ')' || c == ']' || c == '}';
    }

    private static boolean isCloser(char c) {
        return isBracketEnd(c) || c == ',' || c == '>' || Chars.isQuote(c) || c == '\\';
    }

    private static boolean isFollowedAsCloser(CharSequence text, int at, int end) {
        if (at + 1 >= end) {
            return true;
        }
        char next = text.charAt(at + 1);
        return Chars.isBlank(next) || isCloser(next) || next == ':' || next == ';' || next == '&' || next == '.';
    }
}
