package no.abakus.logging.json;

import java.nio.charset.StandardCharsets;
import java.util.logging.Level;

/** structlog's five level names, for the levels of any framework. The level's number decides, not its name. */
final class LevelName {
    private static final int FATAL = 1100;

    private static final byte[] CRITICAL = quoted("critical");
    private static final byte[] ERROR = quoted("error");
    private static final byte[] WARNING = quoted("warning");
    private static final byte[] INFO = quoted("info");
    private static final byte[] DEBUG = quoted("debug");

    private LevelName() {}

    static byte[] of(int level) {
        if (level >= FATAL) {
            return CRITICAL;
        }
        if (level >= Level.SEVERE.intValue()) {
            return ERROR;
        }
        if (level >= Level.WARNING.intValue()) {
            return WARNING;
        }
        return level >= Level.INFO.intValue() ? INFO : DEBUG;
    }

    static String text(int level) {
        byte[] quoted = of(level);
        return new String(quoted, 1, quoted.length - 2, StandardCharsets.US_ASCII);
    }

    private static byte[] quoted(String name) {
        return ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
    }
}
