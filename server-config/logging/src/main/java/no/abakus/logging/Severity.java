package no.abakus.logging;

import java.util.logging.Level;

/**
 * The level above SEVERE that {@link Log#critical} logs at (JBoss calls it FATAL), and the levels by their structlog
 * names.
 */
public final class Severity extends Level {
    private static final int FATAL = 1100;

    static final Level CRITICAL = new Severity();

    private Severity() {
        super("CRITICAL", FATAL);
    }

    /**
     * Returns the level with one of the names debug, info, warning (or warn), error, critical.
     *
     * @throws IllegalArgumentException for any other name
     */
    public static Level of(String name) {
        return switch (name) {
            case "debug" -> FINE;
            case "info" -> INFO;
            case "warning", "warn" -> WARNING;
            case "error" -> SEVERE;
            case "critical" -> CRITICAL;
            default ->
                throw new IllegalArgumentException(
                        "'" + name + "' is not a level; use debug, info, warning, error or critical");
        };
    }
}
