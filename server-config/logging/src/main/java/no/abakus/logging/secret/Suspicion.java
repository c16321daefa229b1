package no.abakus.logging.secret;

/**
 * A cheap check that decides whether the rules need to run on a string. It rules out secrets in almost every string in
 * one scan. Anything that a rule could find raises a suspicion.
 */
final class Suspicion {
    private static final int SHORTEST_NUMBER = 11;
    private static final byte PLAIN = 0;
    private static final byte DIGIT = 1;
    private static final byte BLANK = 2;
    private static final byte DASH = 3;
    private static final byte AT = 4;
    private static final byte KEY = 5;
    private static final byte TAG = 6;
    private static final byte DOT = 7;
    private static final byte JOT = 8;
    private static final byte INITIAL = 9;
    private static final byte MARK = 10;
    private static final byte QUOTE = 11;
    private static final byte ESCAPE = 12;
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = LongKey.isPart(c) ? PLAIN : Chars.isBlank(c) ? BLANK : MARK;
        }
        "0123456789".chars().forEach(c -> KINDS[c] = DIGIT);
        KINDS['-'] = DASH;
        KINDS['@'] = AT;
        KINDS['='] = KEY;
        KINDS[':'] = KEY;
        KINDS['<'] = TAG;
        KINDS['_'] = DOT;
        KINDS['.'] = DOT;
        KINDS['J'] = JOT;
        KINDS['I'] = INITIAL;
        KINDS['\''] = QUOTE;
        KINDS['%'] = ESCAPE;
        KINDS['\\'] = ESCAPE;
    }

    private final KeyEnds keys;
    private final KnownTokens known = new KnownTokens(TokenTable.ALL);
    /**
     * Whether a token may have a certain pair of characters before a {@code _}, {@code -}, {@code .} or {@code I}. The
     * index combines the two characters.
     */
    private final boolean[] tokens = new boolean[128 * 128];

    /**
     * @param keys null if keys are not checked
     */
    Suspicion(KeyEnds keys) {
        this.keys = keys;
        for (TokenForm form : TokenTable.ALL) {
            int rare = 2;
            while (rare < form.prefix().length() - 1
                    && "_-.I".indexOf(form.prefix().charAt(rare)) < 0) {
                rare++;
            }
            tokens[form.prefix().charAt(rare - 2) << 7 | form.prefix().charAt(rare - 1)] = true;
        }
    }

    boolean raisedBy(String text, int end) {
        int digits = 0;
        int wordStart = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            int kind = c < 128 ? KINDS[c] : Chars.isBlank(c) ? BLANK : MARK;
            if (kind == PLAIN) {
                digits = 0;
                continue;
            }
            if (kind == DIGIT) {
                if (++digits == SHORTEST_NUMBER) {
                    return true;
                }
                continue;
            }
            digits = NumberReader.maySeparate(c) ? digits : 0;
            if (kind != JOT && kind != INITIAL) {
                if (WordTokens.look(text, wordStart, i, end) != Span.NOTHING) {
                    return true;
                }
                wordStart = i + 1;
            }
            if (kind != MARK && isSuspicious(kind, text, i, end)) {
                return true;
            }
        }
        return WordTokens.look(text, wordStart, end, end) != Span.NOTHING;
    }

    private boolean isSuspicious(int kind, String text, int i, int end) {
        return switch (kind) {
            case BLANK -> endsScheme(text, i) || SqlPasswords.followsIdentifiedBy(text, i);
            case DASH -> Flags.mayBegin(text, i, end) || mayBeginToken(text, i, end);
            case KEY -> keys != null && keys.areBefore(text, i);
            case DOT -> mayBeginToken(text, i, end);
            case JOT -> i >= 2 && text.charAt(i - 1) == 'y' && text.charAt(i - 2) == 'e';
            case INITIAL -> mayBeginCapitals(text, i, end) || mayBeginToken(text, i, end);
            case QUOTE -> keys != null && SqlPasswords.mayFollow(text, i, keys);
            case ESCAPE -> EscapedPairs.maySeparate(text, i, end);
            default -> true;
        };
    }

    private boolean mayBeginToken(String text, int i, int end) {
        if (i < 2) {
            return false;
        }
        char first = text.charAt(i - 2);
        char second = text.charAt(i - 1);
        return (first | second) < 128 && tokens[first << 7 | second] && known.look(text, i, 0, end) != Span.NOTHING;
    }

    /** Returns whether {@code AIza}, {@code AKIA} or {@code ASIA} may begin a token here. */
    private static boolean mayBeginCapitals(String text, int i, int end) {
        char next = i + 1 < end ? text.charAt(i + 1) : ' ';
        return i >= 1 && (next == 'z' || next == 'A') && "AKS".indexOf(text.charAt(i - 1)) >= 0;
    }

    private static boolean endsScheme(String text, int i) {
        if (i < 4) {
            return false;
        }
        String word =
                switch (text.charAt(i - 1) | 0x20) {
                    case 'r' -> "bearer";
                    case 'c' -> "basic";
                    case 't' -> "digest";
                    case 'n' -> "token";
                    case 'y' -> "key";
                    case 'e' -> "negotiate";
                    case 'm' -> "ntlm";
                    default -> null;
                };
        return word != null && text.regionMatches(true, i - word.length(), word, 0, word.length());
    }
}
