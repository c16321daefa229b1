package no.abakus.logging.secret;

/**
 * The form of an issuer's tokens.
 *
 * @param prefix the string that the tokens start with
 * @param least the minimum number of characters after the prefix
 * @param more the characters allowed after the prefix, besides letters and digits
 * @param capitals true if all letters must be capitals, and exactly {@code least} characters must follow the prefix
 */
record TokenForm(String prefix, int least, String more, boolean capitals) {
    static TokenForm of(String prefix, int least) {
        return new TokenForm(prefix, least, "_-", false);
    }

    /** Returns the form of tokens that may end in the padding of base64, or in a checksum after {@code =}. */
    static TokenForm padded(String prefix, int least) {
        return new TokenForm(prefix, least, "_-=", false);
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

    /** Returns the end of the token that starts here; -1 if there is none. */
    int end(CharSequence text, int start, int textEnd) {
        int first = start + prefix.length();
        int at = first;
        while (at < textEnd && follows(text.charAt(at))) {
            at++;
            if (capitals && at - first > least) {
                return -1;
            }
        }
        // Only ASCII counts, because no other character is part of a token. If others counted, the same characters
        // would be read again and again, which takes quadratic time.
        boolean cutOff = at < textEnd && Chars.isAscii(text.charAt(at)) && Chars.isLetterOrDigit(text.charAt(at));
        return at - first < least || cutOff ? -1 : at;
    }

    private boolean follows(char c) {
        boolean ordinary =
                capitals ? (c >= 'A' && c <= 'Z') || Chars.isDigit(c) : Chars.isAsciiLetter(c) || Chars.isDigit(c);
        return ordinary || more.indexOf(c) >= 0;
    }
}
