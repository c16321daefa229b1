package no.abakus.tasks.history.jdbc;

import java.util.Arrays;
import java.util.stream.Collectors;
import no.abakus.tasks.operate.TextPattern;

/** Writes patterns for LIKE. */
final class LikePattern {

    /**
     * The end of a LIKE condition. Defines an escape character other than the backslash, because the two databases
     * interpret a backslash differently.
     */
    static final String ESCAPE = " ESCAPE '!'";

    private LikePattern() {}

    static String of(TextPattern pattern) {
        return Arrays.stream(pattern.parts()).map(LikePattern::literal).collect(Collectors.joining("%"));
    }

    static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
