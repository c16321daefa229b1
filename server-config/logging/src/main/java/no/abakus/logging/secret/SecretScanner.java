package no.abakus.logging.secret;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Replaces secrets in strings, in one pass. Nearly every string of a log line has no secrets and is returned unchanged,
 * without an allocation. Immutable and thread-safe.
 */
public final class SecretScanner {
    /** How far beyond a cut to look for the end of secrets, so that none is shown in part. */
    private static final int LOOK_AHEAD = 1024;

    private static final int ASCII = 128;
    private static final int[] NONE = {};

    private final Rule[] rules;
    private final boolean wordTokens;
    private final String replacement;

    /**
     * The numbers of the rules that a character triggers; null for characters that trigger no rule and do not end a
     * word.
     */
    private final int[][] asked = new int[ASCII][];

    /** Null if every string must be scanned. */
    private final Suspicion suspicion;

    SecretScanner(List<Rule> rules, boolean wordTokens, Suspicion suspicion, String replacement) {
        this.suspicion = suspicion;
        this.rules = rules.toArray(Rule[]::new);
        this.wordTokens = wordTokens;
        this.replacement = replacement;
        for (char c = 0; c < ASCII; c++) {
            char trigger = Chars.isBlank(c) ? ' ' : c;
            int[] some = IntStream.range(0, rules.size())
                    .filter(i -> rules.get(i).triggers().indexOf(trigger) >= 0)
                    .toArray();
            asked[c] = some.length == 0 && LongKey.isPart(c) ? null : some;
        }
    }

    /** Returns the string without its secrets; the same instance if it has none. */
    public String clean(String text) {
        if (suspicion != null && !suspicion.raisedBy(text, text.length())) {
            return text;
        }
        String clean = clean(text, text.length(), text.length());
        return clean == null ? text : clean;
    }

    /**
     * Returns the first characters of a string without their secrets. A secret that continues beyond these characters
     * is hidden as a whole.
     *
     * @param most the maximum number of characters to return
     */
    public String clean(String text, int most) {
        if (text.length() <= most) {
            return clean(text);
        }
        int end = text.length() - most > LOOK_AHEAD ? most + LOOK_AHEAD : text.length();
        if (suspicion != null && !suspicion.raisedBy(text, end)) {
            return text.substring(0, most);
        }
        String clean = clean(text, most, end);
        return clean == null ? text.substring(0, most) : clean;
    }

    /** Returns the first {@code most} characters, scanned up to {@code end}; null if nothing in them must be hidden. */
    String clean(CharSequence text, int most, int end) {
        StringBuilder clean = null;
        int[] barren = null;
        int copied = 0;
        int floor = 0;
        int wordStart = 0;
        int i = 0;
        while (i <= end && copied < most) {
            char c = i < end ? text.charAt(i) : ' ';
            int[] some = c < ASCII ? asked[c] : wide(c);
            if (some == null) {
                i++;
                continue;
            }
            long span = Span.NOTHING;
            if (!LongKey.isPart(c)) {
                if (wordTokens) {
                    span = WordTokens.look(text, wordStart, i, end);
                }
                wordStart = i + 1;
            }
            boolean counts = i < end && !isInnerDigit(text, c, i, floor);
            for (int r = 0; counts && span == Span.NOTHING && r < some.length; r++) {
                int number = some[r];
                if (barren == null || barren[number] <= i) {
                    span = rules[number].look(text, i, floor, end);
                    if (Span.isBarren(span)) {
                        barren = barren == null ? new int[rules.length] : barren;
                        barren[number] = Span.to(span);
                        span = Span.NOTHING;
                    }
                }
            }
            if (span == Span.NOTHING) {
                i++;
                continue;
            }
            i = Span.to(span);
            floor = i;
            wordStart = i;
            if (!Span.isOpen(span)) {
                if (Span.from(span) >= most) {
                    break;
                }
                clean = clean == null ? new StringBuilder(Math.min(text.length(), most) + 16) : clean;
                clean.append(text, copied, Span.from(span)).append(replacement);
                copied = i;
            }
        }
        if (clean != null && copied < most) {
            clean.append(text, copied, most);
        }
        return clean == null ? null : clean.toString();
    }

    private int[] wide(char c) {
        return Chars.isBlank(c) ? asked[' '] : NONE;
    }

    /**
     * Returns whether this is a digit after another digit. Rules skip it, because they check a number from its first
     * digit.
     */
    private static boolean isInnerDigit(CharSequence text, char c, int at, int floor) {
        return Chars.isDigit(c) && at > floor && Chars.isDigit(text.charAt(at - 1));
    }
}
