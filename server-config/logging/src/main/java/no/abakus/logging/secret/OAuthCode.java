package no.abakus.logging.secret;

import java.util.List;

/**
 * The code that an OAuth server appends to the address to which it sends a browser back, {@code ?code=x&state=y}. Other
 * addresses have a {@code code}, too. So a code is hidden only if it is long, or if other parameters of OAuth are
 * beside it.
 */
final class OAuthCode {
    private static final List<String> BESIDE =
            List.of("state=", "session_state=", "grant_type=", "redirect_uri=", "code_verifier=");
    private static final int FARTHEST = 100;
    private static final int LONGEST_SHOWN = 64;
    private static final int LEAST = 6;
    private static final int LONG = 20;

    private OAuthCode() {}

    /**
     * Returns the span of the code.
     *
     * @param key where {@code code} begins
     * @param start where its value begins
     */
    static long look(CharSequence text, int key, int start, int end) {
        if (key == 0 || "?&#".indexOf(text.charAt(key - 1)) < 0) {
            return Span.NOTHING;
        }
        int last = Math.min(end, start + LONGEST_SHOWN);
        int to = Values.unquoted(text, start, last);
        boolean secret = to - start >= LEAST
                && (isLong(text, start, to) || isBesideBefore(text, key) || isBesideAfter(text, to, end));
        return secret ? Span.hide(start, to == last ? Values.unquoted(text, start, end) : to) : Span.NOTHING;
    }

    private static boolean isLong(CharSequence text, int from, int to) {
        boolean letter = false;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            letter |= Chars.isAsciiLetter(text.charAt(i));
            digit |= Chars.isDigit(text.charAt(i));
        }
        return to - from >= LONG && letter && digit;
    }

    private static boolean isBesideBefore(CharSequence text, int key) {
        int first = Math.max(0, key - FARTHEST);
        for (int i = key - 1; i >= first && !Chars.isBlank(text.charAt(i)); i--) {
            if (isBeside(text, i, key)) {
                return true;
            }
            if (text.charAt(i) == '?') {
                return false;
            }
        }
        return false;
    }

    private static boolean isBesideAfter(CharSequence text, int from, int end) {
        int last = Math.min(end, from + FARTHEST);
        for (int i = from; i < last && text.charAt(i) != '?' && !Chars.isBlank(text.charAt(i)); i++) {
            if (isBeside(text, i, last)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeside(CharSequence text, int at, int end) {
        if ("?&#".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        for (String name : BESIDE) {
            if (Chars.has(text, at + 1, end, name)) {
                return true;
            }
        }
        return false;
    }
}
