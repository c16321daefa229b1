package no.abakus.logging;

import java.util.Arrays;
import java.util.logging.LogRecord;

/**
 * The data that {@link Log} attaches to a {@link LogRecord} besides the message: the fields of the call, the fields
 * bound to the logger, and the logging thread's context at the time of the call. The event is the last of the record's
 * parameters, and your own handler or a test finds it with {@link #of}. Immutable as long as the values are, and safe
 * to pass to another thread.
 *
 * <p>Corresponds to structlog's event dictionary.
 */
public final class LogEvent {
    private static final Object[] NONE = {};

    private final String event;
    private final LogContext context;
    private final LogContext bound;
    private final Object[] fields;

    LogEvent(String event, LogContext context, LogContext bound, Object[] fields) {
        this.event = event;
        this.context = context;
        this.bound = bound;
        this.fields = fields == null ? NONE : fields;
    }

    /**
     * Returns the data that an asynchronous handler needs about a record of another logging API: its formatted message,
     * and the context of the thread that logged it.
     */
    public static LogEvent captured(String message, LogContext context) {
        return new LogEvent(message, context, LogContext.empty(), NONE);
    }

    /**
     * Returns an event of another logging API, with its fields besides the message.
     *
     * @param fields alternating keys and values
     */
    public static LogEvent captured(String message, LogContext context, Object... fields) {
        return new LogEvent(message, context, LogContext.empty(), fields);
    }

    /** Returns the event that this record carries, or null if the record comes from another logging API. */
    public static LogEvent of(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof LogEvent event
                ? event
                : null;
    }

    /**
     * Returns the name of the event, or the formatted message of a record from another logging API. Null if the caller
     * gave null.
     */
    public String event() {
        return event;
    }

    /** Returns the context of the thread that logged. */
    public LogContext context() {
        return context;
    }

    /** Returns the fields that {@link Log#bind} added to the logger. */
    public LogContext bound() {
        return bound;
    }

    /** Returns the number of fields given with the call. */
    public int fieldCount() {
        return (fields.length + 1) / 2;
    }

    /**
     * Returns the key of a field, counted from 0. Never null, because a mistake has a key of its own, such as {@code
     * !missing_value}.
     */
    public String fieldKey(int index) {
        return Pairs.keyAt(fields, 2 * index);
    }

    /** Returns the value of a field, counted from 0. */
    public Object fieldValue(int index) {
        return Pairs.valueAt(fields, 2 * index);
    }

    /** Returns the call's last argument if it is an exception without a key, else null. */
    Throwable loneThrowable() {
        return (fields.length & 1) == 1 && fields[fields.length - 1] instanceof Throwable thrown ? thrown : null;
    }

    LogEvent withoutLast() {
        return new LogEvent(event, context, bound, Arrays.copyOf(fields, fields.length - 1));
    }

    /**
     * Returns all fields of the line except the event itself. Fields of the call win over bound fields, and bound
     * fields win over the context.
     */
    public LogContext merged() {
        return context.withAll(bound.toMap()).withPairs(fields);
    }

    /** Returns the fields after redaction, as {@code key=value}, for handlers that print parameters. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        bound.withPairs(fields).forEach((key, value) -> {
            text.append(text.length() == 0 ? "" : " ");
            text.append(key).append('=').append(Redaction.active().value(key, value));
        });
        return text.toString();
    }
}
