package no.abakus.tasks.history.jdbc;

import java.util.regex.Pattern;
import no.abakus.tasks.database.ContextText;
import no.abakus.tasks.operate.TextPattern;

/**
 * Writes patterns with several stars as regular expressions for H2. For LIKE, H2 combines all places of each part with
 * all places of the others. A few stars then take forever, and the time limit of a query does not end the comparison of
 * a row. In these expressions, each part stays at the first place where it is found, so the time grows only with the
 * length of the value.
 */
final class StarRegex {

    private StarRegex() {}

    /** Returns the expression that finds a pattern that matches the whole value. */
    static String of(TextPattern pattern) {
        return "(?s)\\A" + parts(pattern, ".") + "\\z";
    }

    /** Returns the expression that finds the line of a key in a log context, if its value matches the pattern. */
    static String inContext(String key, TextPattern value) {
        return Pattern.quote("\n" + ContextText.before(key))
                + parts(new TextPattern(ContextText.escaped(value.text())), "[^\n]")
                + "\n";
    }

    /** Writes the parts between the stars. A star stands for any number of these characters. */
    private static String parts(TextPattern pattern, String any) {
        String[] parts = pattern.parts();
        int last = parts.length - 1;
        StringBuilder regex = new StringBuilder(Pattern.quote(parts[0]));
        for (int i = 1; i < last; i++) {
            // An atomic group: what it has matched is not matched in another way.
            regex.append("(?>")
                    .append(any)
                    .append("*?")
                    .append(Pattern.quote(parts[i]))
                    .append(')');
        }
        return regex.append(any).append('*').append(Pattern.quote(parts[last])).toString();
    }
}
