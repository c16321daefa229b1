package no.abakus.logging.secret;

import java.util.Set;

/** The value of an {@code Authorization} header: the scheme is kept, the rest is hidden. */
final class Authorization {
    private static final Set<String> MORE_SCHEMES =
            Set.of("aws4-hmac-sha256", "hawk", "hoba", "mutual", "oauth", "vapid", "dpop", "scram-sha-256", "gnap");
    private static final int LONGEST_SCHEME = 20;

    private Authorization() {}

    static long value(CharSequence text, int start, int end) {
        if (Chars.isQuote(text.charAt(start)) || "[{\\".indexOf(text.charAt(start)) >= 0) {
            long value = Values.extent(text, start, end);
            return Span.from(value) == Span.to(value) ? Span.NOTHING : value;
        }
        int scheme = start;
        while (scheme < end && scheme - start <= LONGEST_SCHEME && Chars.isToken(text.charAt(scheme))) {
            scheme++;
        }
        int credentials = Chars.skipBlanks(text, scheme, end);
        if (credentials == scheme || credentials == end || !isScheme(text, start, scheme)) {
            return Span.hide(start, Values.lineEnd(text, start, end));
        }
        int to = Values.unquoted(text, credentials, end);
        boolean parameters = hasParameters(text, credentials, to);
        return Span.hide(credentials, parameters ? Values.lineEnd(text, to, end) : to);
    }

    /** Returns whether there is a {@code name="value"} pair, and not just the padding of base64. */
    static boolean hasParameters(CharSequence text, int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            if (text.charAt(i) == '=' && text.charAt(i + 1) != '=') {
                return true;
            }
        }
        return false;
    }

    private static boolean isScheme(CharSequence text, int from, int to) {
        if (to - from > LONGEST_SCHEME) {
            return false;
        }
        String word = text.subSequence(from, to).toString().toLowerCase(java.util.Locale.ROOT);
        return MORE_SCHEMES.contains(word)
                || SecretTable.SCHEMES.stream().anyMatch(scheme -> scheme.word().equals(word));
    }
}
