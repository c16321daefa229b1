package no.abakus.logging;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Log records at a fixed time, as {@link Log} and as foreign loggers create them. */
public final class Records {
    public static final Instant TIME = Instant.parse("2026-11-22T18:17:27.000042Z");

    private Records() {}

    public static LogRecord foreign(Level level, String message, Object... parameters) {
        LogRecord record = new LogRecord(level, message);
        record.setInstant(TIME);
        record.setLoggerName("third.party");
        record.setParameters(parameters.length == 0 ? null : parameters);
        return record;
    }

    public static LogRecord own(String event, LogContext context, LogContext bound, Object... fields) {
        LogRecord record = new LogRecord(Level.INFO, event);
        record.setInstant(TIME);
        record.setLoggerName("no.abakus.Mailer");
        record.setParameters(new Object[] {new LogEvent(event, context, bound, fields)});
        return record;
    }

    public static LogRecord own(String event, Object... fields) {
        return own(event, LogContext.empty(), LogContext.empty(), fields);
    }
}
