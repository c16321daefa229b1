package no.abakus.logging;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes events with typed fields; each becomes one JSON line that also carries the thread's {@link LogContext}.
 *
 * <pre>{@code
 * private static final Log log = Log.get();
 *
 * log.info("mail_sent", "recipient_count", 3, "template", "welcome");
 * log.error("mail_failed", exception, "attempt", 2);
 * }</pre>
 *
 * <p>The first argument names the event (snake_case by convention and never a sentence with values in it); fields follow as
 * alternating key and value. A field wins over a bound field, a bound field over the context. Logging never throws because of its
 * arguments: a missing value or a key that is no string goes out under a key such as {@code !missing_value}.
 *
 * <p>An exception follows the event, and becomes the line's {@code exception}: type, message, frames, causes. Given last and without a
 * key, as other loggers have it, it is taken for the same; under a key it is a field like any other.
 *
 * <p>Each {@code {}} in the event takes the first of the arguments that is left, before the fields begin, as structlog's positional
 * arguments do: {@code log.info("sent {} of {}", 3, 5, "queue", "mail")}.
 *
 * <p>Levels are those of {@code java.util.logging}, configured at the server: debug is FINE, info INFO, warning WARNING, error
 * SEVERE, critical a level of value 1100 above it. A call at a disabled level ends after one comparison.
 *
 * <p>Immutable and safe to share. Corresponds to structlog's bound logger.
 */
public final class Log {
    private static final StackWalker CALLER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Logger logger;
    private final LogContext bound;

    private Log(Logger logger, LogContext bound) {
        this.logger = logger;
        this.bound = bound;
    }

    /** A logger named after the class that calls this method. */
    public static Log get() {
        return get(CALLER.getCallerClass());
    }

    /** A logger of this name; dots make the hierarchy in which levels are configured. */
    public static Log get(String name) {
        return new Log(Logger.getLogger(name), LogContext.empty());
    }

    /** A logger named after this class. */
    public static Log get(Class<?> owner) {
        return get(owner.getName());
    }

    /** Logs what only a developer looking for a fault wants to see. */
    public void debug(String event, Object... fields) {
        log(Level.FINE, event, null, fields);
    }

    /** Logs at debug with an exception as structured field {@code exception}. */
    public void debug(String event, Throwable thrown, Object... fields) {
        log(Level.FINE, event, thrown, fields);
    }

    /** Logs something that happened as it should. */
    public void info(String event, Object... fields) {
        log(Level.INFO, event, null, fields);
    }

    /** Logs at info with an exception as structured field {@code exception}. */
    public void info(String event, Throwable thrown, Object... fields) {
        log(Level.INFO, event, thrown, fields);
    }

    /** Logs something unexpected that was coped with. */
    public void warning(String event, Object... fields) {
        log(Level.WARNING, event, null, fields);
    }

    /** Logs at warning with an exception as structured field {@code exception}. */
    public void warning(String event, Throwable thrown, Object... fields) {
        log(Level.WARNING, event, thrown, fields);
    }

    /** The same as {@link #warning(String, Object...)}. */
    public void warn(String event, Object... fields) {
        log(Level.WARNING, event, null, fields);
    }

    /** The same as {@link #warning(String, Throwable, Object...)}. */
    public void warn(String event, Throwable thrown, Object... fields) {
        log(Level.WARNING, event, thrown, fields);
    }

    /** Logs something that failed. */
    public void error(String event, Object... fields) {
        log(Level.SEVERE, event, null, fields);
    }

    /** Logs a failure with its exception as structured field {@code exception}. */
    public void error(String event, Throwable thrown, Object... fields) {
        log(Level.SEVERE, event, thrown, fields);
    }

    /** The same as {@link #error(String, Throwable, Object...)}, for those used to structlog's verb. */
    public void exception(String event, Throwable thrown, Object... fields) {
        log(Level.SEVERE, event, thrown, fields);
    }

    /** Logs something that needs a person now. */
    public void critical(String event, Object... fields) {
        log(Severity.CRITICAL, event, null, fields);
    }

    /** Logs at critical with an exception as structured field {@code exception}. */
    public void critical(String event, Throwable thrown, Object... fields) {
        log(Severity.CRITICAL, event, thrown, fields);
    }

    /** Whether {@link #debug} writes anything; ask before computing costly fields. */
    public boolean isDebugEnabled() {
        return isEnabled(Level.FINE);
    }

    /** Whether {@link #info} writes anything. */
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    /** Whether {@link #warning} and {@link #warn} write anything. */
    public boolean isWarningEnabled() {
        return isEnabled(Level.WARNING);
    }

    /** Whether {@link #error} and {@link #exception} write anything. */
    public boolean isErrorEnabled() {
        return isEnabled(Level.SEVERE);
    }

    /** Whether {@link #critical} writes anything. */
    public boolean isCriticalEnabled() {
        return isEnabled(Severity.CRITICAL);
    }

    /** A copy that adds these fields, alternating key and value, to each of its events; this logger is unchanged. */
    public Log bind(Object... fields) {
        return new Log(logger, bound.withPairs(fields));
    }

    /** A copy without these bound fields; keys that are not bound are ignored (structlog's {@code try_unbind}). */
    public Log unbind(String... keys) {
        LogContext fewer = bound;
        for (String key : keys) {
            fewer = fewer.without(key);
        }
        return new Log(logger, fewer);
    }

    /** A copy that has these bound fields and no others (structlog's {@code new}); the thread's context still applies. */
    public Log newContext(Object... fields) {
        return new Log(logger, LogContext.empty().withPairs(fields));
    }

    /**
     * Logs at a level that is known only at run time.
     *
     * @param level such as {@code Level.INFO}
     */
    public void log(Level level, String event, Object... fields) {
        log(level, event, null, fields);
    }

    /** Whether a call at this level writes anything. */
    public boolean isEnabled(Level level) {
        return logger.isLoggable(level) || RequestLevel.allows(level);
    }

    /** Logs at a level that is known only at run time, with an exception as structured field {@code exception}. */
    public void log(Level level, String event, Throwable thrown, Object... fields) {
        if (logger.isLoggable(level)) {
            logger.log(record(level, event, thrown, fields));
        } else if (RequestLevel.allows(level)) {
            RequestLevel.publish(logger, record(level, event, thrown, fields));
        }
    }

    /**
     * Logs an event that was made elsewhere: for bridges from other logging APIs.
     *
     * @param event made by {@link LogEvent#captured(String, LogContext, Object...)}; what is bound to this logger is not added
     * @param thrown may be null
     */
    public void log(Level level, LogEvent event, Throwable thrown) {
        if (logger.isLoggable(level)) {
            logger.log(record(level, event, thrown));
        } else if (RequestLevel.allows(level)) {
            RequestLevel.publish(logger, record(level, event, thrown));
        }
    }

    private LogRecord record(Level level, String event, Throwable thrown, Object[] fields) {
        LogEvent made = Positional.event(event, LogContext.current(), bound, fields);
        Throwable lone = thrown == null ? made.loneThrowable() : null;
        return lone == null ? record(level, made, thrown) : record(level, made.withoutLast(), lone);
    }

    private LogRecord record(Level level, LogEvent event, Throwable thrown) {
        LogRecord record = new LogRecord(level, event.event());
        record.setLoggerName(logger.getName());
        // A handler that asks for the source would find this class on the stack, at the price of walking it.
        record.setSourceClassName(logger.getName());
        record.setSourceMethodName(null);
        record.setThrown(thrown);
        record.setParameters(new Object[] {event});
        PlainLines.dress(record, event);
        return record;
    }
}
