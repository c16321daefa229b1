package no.abakus.logging.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import no.abakus.logging.LogEvent;

/**
 * One event as it was logged.
 *
 * @param event its name; the formatted message if it comes from another logging API
 * @param level debug, info, warning, error or critical
 * @param logger the logger's name
 * @param fields context, bound fields and the fields of the call, in order, not redacted; never null
 * @param thrown its exception, or null
 */
public record CapturedEvent(String event, String level, String logger, Map<String, Object> fields, Throwable thrown) {
    private static final int CRITICAL = 1100;
    private static final int ERROR = 1000;
    private static final int WARNING = 900;
    private static final int INFO = 800;

    static CapturedEvent of(LogRecord record) {
        LogEvent ours = LogEvent.of(record);
        return new CapturedEvent(
                ours == null ? new SimpleFormatter().formatMessage(record) : ours.event(),
                level(record.getLevel().intValue()),
                record.getLoggerName(),
                ours == null ? new LinkedHashMap<>() : ours.merged().toMap(),
                record.getThrown());
    }

    /** Returns the value of a field; null if it is absent or null. */
    public Object get(String key) {
        return fields.get(key);
    }

    /**
     * Returns whether the event has these fields; it may have others.
     *
     * @param keysAndValues alternating
     */
    public boolean has(Object... keysAndValues) {
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            String key = String.valueOf(keysAndValues[i]);
            if (!fields.containsKey(key) || !Objects.equals(fields.get(key), keysAndValues[i + 1])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the event as a line of a failure message: level, event, fields. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(level).append(' ').append(event);
        fields.forEach((key, value) -> text.append(' ').append(key).append('=').append(shown(value)));
        return thrown == null
                ? text.toString()
                : text.append(" (").append(thrown).append(')').toString();
    }

    private static Object shown(Object value) {
        return value instanceof Object[] array ? Arrays.toString(array) : value;
    }

    private static String level(int value) {
        if (value >= CRITICAL) {
            return "critical";
        }
        if (value >= ERROR) {
            return "error";
        }
        if (value >= WARNING) {
            return "warning";
        }
        return value >= INFO ? "info" : "debug";
    }
}
