package no.abakus.logging;

import java.util.logging.Level;

/** The level above SEVERE that {@link Log#critical} logs at; JBoss calls the same value FATAL. */
final class Severity extends Level {
    private static final int FATAL = 1100;

    static final Level CRITICAL = new Severity();

    private Severity() {
        super("CRITICAL", FATAL);
    }
}
