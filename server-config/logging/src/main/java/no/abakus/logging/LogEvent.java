package no.abakus.logging;

import java.util.Arrays;
import java.util.logging.LogRecord;

/**
 * What {@link Log} puts beside the message of a {@link LogRecord}: the fields of the call, the fields bound to the logger, and the
 * context of the thread that logged, taken at the moment of the call. It is the last of the record's parameters; a handler of
 * one's own, or a test, finds it with {@link #of}. Immutable as long as the values are; safe to hand to another thread.
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
     * What an asynchronous handler needs to know about a record of somebody else's logger: its message, already formatted, and the
     * context of the thread that logged it.
     */
    public static LogEvent captured(String message, LogContext context) {
        return new LogEvent(message, context, LogContext.empty(), NONE);
    }

    /**
     * An event of another logging API, with what that has beside the message.
     *
     * @param fields keys and values, alternating
     */
    public static LogEvent captured(String message, LogContext context, Object... fields) {
        return new LogEvent(message, context, LogContext.empty(), fields);
    }

    /** The event travelling in this record, or null when the record comes from somebody else's logger. */
    public static LogEvent of(LogRecord record) {
        Object[] parameters = record.getParameters();
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof LogEvent event
                ? event
                : null;
    }

    /** The name of the event, or the formatted message of a captured foreign record; may be null where the caller gave null. */
    public String event() {
        return event;
    }

    /** The context of the thread that logged. */
    public LogContext context() {
        return context;
    }

    /** What {@link Log#bind} added to the logger. */
    public LogContext bound() {
        return bound;
    }

    /** The number of fields given with the call. */
    public int fieldCount() {
        return (fields.length + 1) / 2;
    }

    /** The key of a field, from 0; never null, a mistake has a key of its own such as {@code !missing_value}. */
    public String fieldKey(int index) {
        return Pairs.keyAt(fields, 2 * index);
    }

    /** The value of a field, from 0. */
    public Object fieldValue(int index) {
        return Pairs.valueAt(fields, 2 * index);
    }

    /** The last of the call's arguments, if it is an exception that has no key; else null. */
    Throwable loneThrowable() {
        return (fields.length & 1) == 1 && fields[fields.length - 1] instanceof Throwable thrown ? thrown : null;
    }

    LogEvent withoutLast() {
        return new LogEvent(event, context, bound, Arrays.copyOf(fields, fields.length - 1));
    }

    /** Everything the line will carry besides the event itself: context, then bound fields, then the call's; later ones win. */
    public LogContext merged() {
        return context.withAll(bound.toMap()).withPairs(fields);
    }

    /** The fields after redaction, as {@code key=value}, for handlers that print parameters. */
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
