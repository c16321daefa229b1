package no.abakus.logging.secret;

import java.util.List;

/**
 * Tokens without a rare character that could trigger a rule: Amazon's secret access keys, and tokens whose prefix has
 * only letters, digits and slashes. They are looked for where a word ends.
 */
final class WordTokens {
    private static final int SHORTEST = 8;

    /** Indexed by the first character. */
    private static final TokenForm[][] FORMS = new TokenForm[128][];

    static {
        for (char first = 0; first < FORMS.length; first++) {
            char wanted = first;
            List<TokenForm> some = TokenTable.WORDS.stream()
                    .filter(form -> form.prefix().charAt(0) == wanted)
                    .toList();
            FORMS[first] = some.isEmpty() ? null : some.toArray(TokenForm[]::new);
        }
    }

    private WordTokens() {}

    /**
     * Returns the span of a token that begins with this word.
     *
     * @param start where the word begins
     * @param wordEnd where it ends; the token may end later
     */
    static long look(CharSequence text, int start, int wordEnd, int end) {
        int length = wordEnd - start;
        if (length < SHORTEST) {
            return Span.NOTHING;
        }
        if (length == LongKey.LENGTH && LongKey.isHere(text, start)) {
            return Span.hide(start, wordEnd);
        }
        TokenForm[] possible = FORMS[text.charAt(start)];
        if (possible != null) {
            for (TokenForm form : possible) {
                int to = Chars.has(text, start, end, form.prefix()) ? form.end(text, start, end) : -1;
                if (to >= 0) {
                    return Span.hide(start, to);
                }
            }
        }
        return Span.NOTHING;
    }
}
