package no.abakus.logging.json;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** The escape sequences that colour text in a terminal, or empty strings. */
enum Colours {
    ON("\u001b[2m", "\u001b[1m", "\u001b[36m", "\u001b[35m", "\u001b[32m", "\u001b[33m", "\u001b[31m", "\u001b[0m"),
    OFF("", "", "", "", "", "", "", "");

    final String dim;
    final String bold;
    final String key;
    final String value;
    private final String info;
    private final String warning;
    private final String error;
    final String end;

    Colours(String dim, String bold, String key, String value, String info, String warning, String error, String end) {
        this.dim = dim;
        this.bold = bold;
        this.key = key;
        this.value = value;
        this.info = info;
        this.warning = warning;
        this.error = error;
        this.end = end;
    }

    String of(String level) {
        return switch (level) {
            case "debug" -> dim;
            case "info" -> info;
            case "warning" -> warning;
            default -> error;
        };
    }

    static Colours forThisProcess() {
        return wanted(System.getenv(), isTerminal());
    }

    /**
     * Returns the colours to use. If NO_COLOR is set, there are none. Otherwise, there are colours if FORCE_COLOR is
     * set, or if there is a terminal and TERM is neither missing nor {@code dumb}.
     */
    static Colours wanted(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return OFF;
        }
        boolean forced = !environment.getOrDefault("FORCE_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return forced || (terminal && !dumb) ? ON : OFF;
    }

    /**
     * Returns whether there is a terminal. Since Java 22, a console can exist without a terminal, and {@code
     * Console.isTerminal} then returns false.
     */
    @SuppressWarnings("SystemConsoleNull") // both null and isTerminal are checked
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unknown) {
            return false;
        }
    }
}
