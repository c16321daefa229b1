package no.abakus.logging.secret;

import java.util.List;

/** Tokens of well-known issuers, recognised by their prefix. A rare character of each prefix triggers the rule. */
final class KnownTokens implements Rule {
    private static final String RARE = "_-.I";

    /** Indexed by the character before the rare character, so that few prefixes need to be compared. */
    private final TokenForm[][] forms = new TokenForm[128][];

    KnownTokens(List<TokenForm> all) {
        for (char before = 0; before < forms.length; before++) {
            char wanted = before;
            TokenForm[] some = all.stream()
                    .filter(form -> form.prefix().charAt(rare(form) - 1) == wanted)
                    .toArray(TokenForm[]::new);
            forms[before] = some.length == 0 ? null : some;
        }
    }

    @Override
    public String triggers() {
        return RARE;
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        char before = at > floor ? text.charAt(at - 1) : ' ';
        TokenForm[] possible = Chars.isAscii(before) ? forms[before] : null;
        if (possible == null) {
            return Span.NOTHING;
        }
        for (TokenForm form : possible) {
            int start = at - rare(form);
            if (start >= floor && begins(form, text, start, end)) {
                int to = form.end(text, start, end);
                if (to >= 0) {
                    return Span.hide(start, to);
                }
            }
        }
        return Span.NOTHING;
    }

    private static boolean begins(TokenForm form, CharSequence text, int start, int end) {
        return Chars.has(text, start, end, form.prefix())
                && (start == 0 || !Chars.isLetterOrDigit(text.charAt(start - 1)));
    }

    /** Returns the index of the first rare character in the prefix; never 0. */
    private static int rare(TokenForm form) {
        int at = 1;
        while (RARE.indexOf(form.prefix().charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
