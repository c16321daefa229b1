package no.abakus.logging;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A lower log level for one request and all its tasks. It is the context entry {@code log_level}, which is passed on to
 * tasks with the context. The header {@code X-Log-Level} binds it, but only for users named in {@code
 * abakus.logging.request-level-users}. It applies to events of {@link Log}, and of SLF4J through our binding. Other
 * loggers drop events below their own level before this class sees them.
 */
public final class RequestLevel {
    static final String KEY = "log_level";

    /** The header that requests a level. */
    public static final String HEADER = "X-Log-Level";

    /** Computed once, so that a call at a disabled level stays cheap if no user may lower the level. */
    private static final boolean POSSIBLE =
            !LoggingSetting.REQUEST_LEVEL_USERS.list().isEmpty();

    private RequestLevel() {}

    /**
     * Returns the level that this user requests; null if no valid level is requested or the user may not request one.
     */
    static String granted(String user, String wanted) {
        return wanted == null || !POSSIBLE ? null : granted(user, wanted, LoggingSetting.REQUEST_LEVEL_USERS.list());
    }

    static String granted(String user, String wanted, List<String> users) {
        boolean allowed = users.contains("*") || (user != null && users.contains(user));
        return allowed && threshold(wanted) != null ? wanted : null;
    }

    /**
     * Binds the level that this user requests, within the innermost scope of the thread. Does nothing if no valid level
     * is requested or the user may not request one.
     *
     * @param user the logged-in user, or null
     * @param wanted the name of a level, or null
     */
    public static void bind(String user, String wanted) {
        String granted = granted(user, wanted);
        if (granted != null) {
            LogContext.put(KEY, granted);
        }
    }

    static boolean allows(Level level) {
        return POSSIBLE && isReached(level, LogContext.current().get(KEY));
    }

    static boolean isReached(Level level, Object bound) {
        Level threshold = bound instanceof String name ? threshold(name) : null;
        return threshold != null && level.intValue() >= threshold.intValue();
    }

    /** Passes the record to the handlers of the logger and of its parents, whatever the levels of these loggers are. */
    static void publish(Logger logger, LogRecord record) {
        Logger at = logger;
        while (at != null) {
            for (Handler handler : at.getHandlers()) {
                handler.publish(record);
            }
            at = at.getUseParentHandlers() ? at.getParent() : null;
        }
    }

    private static Level threshold(String name) {
        return switch (name) {
            case "debug", "info", "warning", "warn", "error", "critical" -> Severity.of(name);
            default -> null;
        };
    }
}
