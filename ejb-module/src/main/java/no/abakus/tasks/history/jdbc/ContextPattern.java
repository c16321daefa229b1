package no.abakus.tasks.history.jdbc;

import no.abakus.tasks.database.ContextText;
import no.abakus.tasks.operate.TextPattern;

/** Finds log contexts in which the value of a key matches a pattern. */
final class ContextPattern {

    private ContextPattern() {}

    /** Returns the pattern for {@code LIKE}. */
    static String like(String key, TextPattern value) {
        return '%'
                + LikePattern.literal("\n" + ContextText.before(key))
                + LikePattern.of(new TextPattern(ContextText.escaped(value.text())))
                + LikePattern.literal("\n")
                + '%';
    }
}
