package no.abakus.logging.secret;

import java.util.List;
import java.util.Set;

/**
 * Credentials after the word that names their scheme, as in {@code Bearer abc}. Any number of blanks may be between the
 * two.
 */
final class Schemes implements Rule {
    private static final Set<String> ABOUT = Set.of(
            "token",
            "tokens",
            "auth",
            "authentication",
            "authorization",
            "scheme",
            "realm",
            "error",
            "challenge",
            "header",
            "headers",
            "credentials",
            "credential",
            "mechanism",
            "format",
            "only",
            "only.",
            "token.",
            "authentication.",
            "is",
            "was",
            "or",
            "and",
            "not");
    private static final int LEAST = 4;
    private static final int LEAST_MIXED = 6;
    private static final int LEAST_LONG = 16;

    private final Scheme[][] byLast = new Scheme[128][];

    Schemes(List<Scheme> all) {
        for (Scheme scheme : all) {
            char last = scheme.word().charAt(scheme.word().length() - 1);
            byLast[last] = all.stream()
                    .filter(other -> other.word().charAt(other.word().length() - 1) == last)
                    .toArray(Scheme[]::new);
        }
    }

    @Override
    public String triggers() {
        return " ";
    }

    @Override
    public long look(CharSequence text, int at, int floor, int end) {
        char last = at > floor ? text.charAt(at - 1) : ' ';
        if (!Chars.isAsciiLetter(last) || byLast[last | 0x20] == null) {
            return Span.NOTHING;
        }
        for (Scheme scheme : byLast[last | 0x20]) {
            int start = at - scheme.word().length();
            if (start >= floor
                    && Chars.hasWord(text, start, end, scheme.word())
                    && (start == 0 || !Chars.isLetterOrDigit(text.charAt(start - 1)))) {
                int from = Chars.skipBlanks(text, at, end);
                from = from < end && Chars.isQuote(text.charAt(from)) ? from + 1 : from;
                int to = credentialsEnd(scheme.form(), text, from, end);
                return to < 0 ? Span.NOTHING : Span.hide(from, to);
            }
        }
        return Span.NOTHING;
    }

    private static int credentialsEnd(Scheme.Form form, CharSequence text, int from, int end) {
        int run = Values.unquoted(text, from, end);
        return switch (form) {
            case ANY -> run - from < LEAST || isAbout(text, from, run) ? -1 : run;
            case USER_AND_PASSWORD -> UserAndPassword.end(text, from, run);
            case PARAMETERS -> Authorization.hasParameters(text, from, run) ? Values.lineEnd(text, run, end) : -1;
            case MIXED -> run - from >= LEAST_MIXED && isMixed(text, from, run) ? run : -1;
            case LONG -> run - from >= LEAST_LONG && isMixed(text, from, run) ? run : -1;
        };
    }

    /** Returns whether this is part of a sentence about the scheme, or of a server's challenge. */
    private static boolean isAbout(CharSequence text, int from, int to) {
        return Chars.hasWord(text, from, to, "realm=")
                || Chars.hasWord(text, from, to, "error=")
                || (to - from <= 16
                        && ABOUT.contains(text.subSequence(from, to).toString().toLowerCase(java.util.Locale.ROOT)));
    }

    /** Returns whether there are both letters and digits, and only characters that occur in tokens. */
    private static boolean isMixed(CharSequence text, int from, int to) {
        boolean letter = false;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            letter |= Chars.isAsciiLetter(c);
            digit |= Chars.isDigit(c);
            if (!Chars.isBase64(c) && c != '.' && c != '~' && c != '=') {
                return false;
            }
        }
        return letter && digit;
    }
}
