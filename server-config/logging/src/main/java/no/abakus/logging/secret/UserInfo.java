package no.abakus.logging.secret;

/**
 * Passwords in URLs such as {@code amqp://guest:secret@host}. Everything up to the last possible {@code @} counts as
 * the password, so a password may contain any characters. A user name without a password is hidden if it is at least as
 * long as a token.
 */
final class UserInfo implements Rule {
    private static final int LEAST_TOKEN = 16;
    private static final int LONGEST_PORT = 5;

    @Override
    public String triggers() {
        return ":";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        if (!Chars.has(text, at + 1, end, "//")) {
            return OracleUrl.look(text, at, floor, end);
        }
        int start = at + 3;
        int user = -1;
        int maybePort = -1;
        int i = start < end && text.charAt(start) == '[' ? bracketEnd(text, start, end) : start;
        for (; i < end && !endsAuthority(text.charAt(i)); i++) {
            char c = text.charAt(i);
            if (c == '@') {
                user = i;
            } else if (c == ':' && !isPort(text, i + 1, end)) {
                return password(text, i + 1, end);
            } else if (c == ':' && maybePort < 0) {
                maybePort = i + 1;
            }
        }
        if (maybePort >= 0 && user > maybePort) {
            // No @ follows a port, so this was a password that looked like a port.
            return Span.hide(maybePort, user);
        }
        return user - start >= LEAST_TOKEN ? Span.hide(start, user) : Span.NOTHING;
    }

    private static long password(CharSequence text, int from, int end) {
        int last = -1;
        int i = from;
        for (; i < end && !endsUrl(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                last = i;
            }
        }
        return last > from ? Span.hide(from, last) : Span.barren(i);
    }

    private static boolean isPort(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && at - from <= LONGEST_PORT && Chars.isDigit(text.charAt(at))) {
            at++;
        }
        if (at - from > LONGEST_PORT) {
            return false;
        }
        return at == end || endsAuthority(text.charAt(at)) || ",;:)]}.'".indexOf(text.charAt(at)) >= 0;
    }

    private static int bracketEnd(CharSequence text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) != ']' && !endsAuthority(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean endsAuthority(char c) {
        return c == '/' || c == '?' || c == '#' || endsUrl(c);
    }

    static boolean endsUrl(char c) {
        return Chars.isBlank(c) || c == '"' || c == '<' || c == '>';
    }
}
