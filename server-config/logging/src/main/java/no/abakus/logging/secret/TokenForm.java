package no.abakus.logging.secret;

/**
 * How the tokens of an issuer look.
 *
 * @param prefix what they begin with
 * @param least how many characters follow at least
 * @param more which characters follow, beside letters and digits
 * @param capitals whether letters are capitals, and no more than {@code least} characters follow
 */
record TokenForm(String prefix, int least, String more, boolean capitals) {
    static TokenForm of(String prefix, int least) {
        return new TokenForm(prefix, least, "_-", false);
    }

    static TokenForm unbroken(String prefix, int least) {
        return new TokenForm(prefix, least, "", false);
    }

    static TokenForm dotted(String prefix, int least) {
        return new TokenForm(prefix, least, "_-.", false);
    }

    static TokenForm path(String prefix, int least) {
        return new TokenForm(prefix, least, "_-/", false);
    }

    static TokenForm capitals(String prefix, int exactly) {
        return new TokenForm(prefix, exactly, "", true);
    }

    /** Where the token that begins here ends; -1 where there is none. */
    int end(CharSequence text, int start, int textEnd) {
        int first = start + prefix.length();
        int at = first;
        while (at < textEnd && follows(text.charAt(at))) {
            at++;
            if (capitals && at - first > least) {
                return -1;
            }
        }
        // Of ASCII alone: whatever else may follow is no part of a token, and to look for its end once more would cost
        // the square.
        boolean cutOff = at < textEnd && Chars.isAscii(text.charAt(at)) && Chars.isLetterOrDigit(text.charAt(at));
        return at - first < least || cutOff ? -1 : at;
    }

    private boolean follows(char c) {
        boolean ordinary =
                capitals ? (c >= 'A' && c <= 'Z') || Chars.isDigit(c) : Chars.isAsciiLetter(c) || Chars.isDigit(c);
        return ordinary || more.indexOf(c) >= 0;
    }
}
