package no.abakus.logging;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes events with typed fields. Each event becomes one JSON line, which also carries the thread's {@link
 * LogContext}.
 *
 * <pre>{@code
 * private static final Log log = Log.get();
 *
 * log.info("mail_sent", "recipient_count", 3, "template", "welcome");
 * log.error("mail_failed", exception, "attempt", 2);
 * }</pre>
 *
 * <p>The first argument names the event: snake_case by convention, and never a sentence with values in it. Fields
 * follow as alternating keys and values. A field of the call overrides a bound field, and a bound field overrides the
 * context. Logging never throws because of its arguments. A missing value, or a key that is not a string, is logged
 * under a key such as {@code !missing_value}.
 *
 * <p>Pass an exception directly after the event. It becomes the line's {@code exception}, with type, message, frames
 * and causes. An exception given last and without a key, as in other loggers, is treated the same way. An exception
 * under a key is an ordinary field.
 *
 * <p>Each {@code {}} in the event is replaced by the next argument, as with structlog's positional arguments. The
 * fields start after these arguments: {@code log.info("sent {} of {}", 3, 5, "queue", "mail")}.
 *
 * <p>Levels are those of {@code java.util.logging} and are configured at the server: debug is FINE, info INFO, warning
 * WARNING, error SEVERE. Critical is a level of its own above SEVERE, with the value 1100. A call at a disabled level
 * costs one comparison, unless users may lower the level ({@link RequestLevel}).
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

    /** Returns a logger named after the class that calls this method. */
    public static Log get() {
        return get(CALLER.getCallerClass());
    }

    /** Returns a logger with this name. Dots in names form the hierarchy in which levels are configured. */
    public static Log get(String name) {
        return new Log(Logger.getLogger(name), LogContext.empty());
    }

    /** Returns a logger named after this class. */
    public static Log get(Class<?> owner) {
        return get(owner.getName());
    }

    /** Logs a detail that is needed only for debugging. */
    public void debug(String event, Object... fields) {
        log(Level.FINE, event, null, fields);
    }

    /** Logs at debug, with an exception as the structured field {@code exception}. */
    public void debug(String event, Throwable thrown, Object... fields) {
        log(Level.FINE, event, thrown, fields);
    }

    /** Logs something that happened as expected. */
    public void info(String event, Object... fields) {
        log(Level.INFO, event, null, fields);
    }

    /** Logs at info, with an exception as the structured field {@code exception}. */
    public void info(String event, Throwable thrown, Object... fields) {
        log(Level.INFO, event, thrown, fields);
    }

    /** Logs something unexpected that was handled. */
    public void warning(String event, Object... fields) {
        log(Level.WARNING, event, null, fields);
    }

    /** Logs at warning, with an exception as the structured field {@code exception}. */
    public void warning(String event, Throwable thrown, Object... fields) {
        log(Level.WARNING, event, thrown, fields);
    }

    /** Does the same as {@link #warning(String, Object...)}. */
    public void warn(String event, Object... fields) {
        log(Level.WARNING, event, null, fields);
    }

    /** Does the same as {@link #warning(String, Throwable, Object...)}. */
    public void warn(String event, Throwable thrown, Object... fields) {
        log(Level.WARNING, event, thrown, fields);
    }

    /** Logs a failure. */
    public void error(String event, Object... fields) {
        log(Level.SEVERE, event, null, fields);
    }

    /** Logs a failure, with its exception as the structured field {@code exception}. */
    public void error(String event, Throwable thrown, Object... fields) {
        log(Level.SEVERE, event, thrown, fields);
    }

    /** Does the same as {@link #error(String, Throwable, Object...)}, for people who are used to structlog's verb. */
    public void exception(String event, Throwable thrown, Object... fields) {
        log(Level.SEVERE, event, thrown, fields);
    }

    /** Logs something that needs a person's attention now. */
    public void critical(String event, Object... fields) {
        log(Severity.CRITICAL, event, null, fields);
    }

    /** Logs at critical, with an exception as the structured field {@code exception}. */
    public void critical(String event, Throwable thrown, Object... fields) {
        log(Severity.CRITICAL, event, thrown, fields);
    }

    /** Returns whether {@link #debug} writes anything. Check this before you compute costly fields. */
    public boolean isDebugEnabled() {
        return isEnabled(Level.FINE);
    }

    /** Returns whether {@link #info} writes anything. */
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    /** Returns whether {@link #warning} and {@link #warn} write anything. */
    public boolean isWarningEnabled() {
        return isEnabled(Level.WARNING);
    }

    /** Returns whether {@link #error} and {@link #exception} write anything. */
    public boolean isErrorEnabled() {
        return isEnabled(Level.SEVERE);
    }

    /** Returns whether {@link #critical} writes anything. */
    public boolean isCriticalEnabled() {
        return isEnabled(Severity.CRITICAL);
    }

    /**
     * Returns a copy that adds these fields (alternating keys and values) to each of its events. This logger is
     * unchanged.
     */
    public Log bind(Object... fields) {
        return new Log(logger, bound.withPairs(fields));
    }

    /**
     * Returns a copy without these bound fields. Keys that are not bound are ignored (structlog's {@code try_unbind}).
     */
    public Log unbind(String... keys) {
        LogContext fewer = bound;
        for (String key : keys) {
            fewer = fewer.without(key);
        }
        return new Log(logger, fewer);
    }

    /** Returns a copy with exactly these bound fields (structlog's {@code new}). The thread's context still applies. */
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

    /** Returns whether a call at this level writes anything. */
    public boolean isEnabled(Level level) {
        return logger.isLoggable(level) || RequestLevel.allows(level);
    }

    /** Logs at a level that is known only at run time, with an exception as the structured field {@code exception}. */
    public void log(Level level, String event, Throwable thrown, Object... fields) {
        if (logger.isLoggable(level)) {
            logger.log(record(level, event, thrown, fields));
        } else if (RequestLevel.allows(level)) {
            RequestLevel.publish(logger, record(level, event, thrown, fields));
        }
    }

    /**
     * Logs an event that a bridge from another logging API has created.
     *
     * @param event from {@link LogEvent#captured(String, LogContext, Object...)}; this logger's bound fields are not
     *     added
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
        // Otherwise, a handler that reads the source class would walk the stack. That is slow, and it would find this
        // class.
        record.setSourceClassName(logger.getName());
        record.setSourceMethodName(null);
        record.setThrown(thrown);
        record.setParameters(new Object[] {event});
        PlainLines.dress(record, event);
        return record;
    }
}
