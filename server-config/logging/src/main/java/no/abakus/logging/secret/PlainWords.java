package no.abakus.logging.secret;

/** Distinguishes the words of a sentence from values that were chosen to be hard to guess. */
final class PlainWords {
    private static final int LONGEST = 20;

    private PlainWords() {}

    /** Returns whether there is an ordinary word here: lower-case letters, with an optional capital at the start. */
    static boolean stand(CharSequence text, int start, int end) {
        int at = start;
        while (at < end && at - start <= LONGEST && isWordLetter(text.charAt(at), at == start)) {
            at++;
        }
        return at > start && at - start <= LONGEST && endsWord(text, at, end);
    }

    /** Returns whether there is an ordinary word here, followed by another word or by the end of the text. */
    static boolean standTwice(CharSequence text, int start, int end) {
        if (!stand(text, start, end)) {
            return false;
        }
        int next = Chars.skipBlanks(text, Chars.runEnd(text, start, end), end);
        return next == end || stand(text, next, end);
    }

    private static boolean isWordLetter(char c, boolean first) {
        return Character.isLowerCase(c) || (first && Character.isUpperCase(c));
    }

    private static boolean endsWord(CharSequence text, int at, int end) {
        return at == end || Chars.isBlank(text.charAt(at)) || ",.;:!?)]}'\"".indexOf(text.charAt(at)) >= 0;
    }
}
