package no.abakus.logging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * An event that is about to become a line, for a {@link LogProcessor} to read and change. It belongs to the thread that
 * logs; do not keep a reference to it. Values are as the caller gave them, not yet redacted.
 */
public final class LogDraft {
    private final LogRecord record;
    private final LogContext context;
    private final Map<String, ?> foreign;
    private final LogEvent given;
    private String event;
    private Map<String, Object> fields;
    private boolean changed;

    /**
     * Creates the draft of a record. Only the logging module calls this, because processors receive drafts and never
     * create them.
     */
    public LogDraft(LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign) {
        this.record = record;
        this.event = event;
        this.context = context;
        this.given = given;
        this.foreign = foreign;
    }

    /** Returns the name of the event, or the formatted message of another logging API. */
    public String event() {
        return event;
    }

    /** Renames the event. */
    public void event(String name) {
        event = name;
        fields();
        changed = true;
    }

    /** Returns the level the event was logged at. */
    public Level level() {
        return record.getLevel();
    }

    /** Returns the name of the logger; may be null. */
    public String logger() {
        return record.getLoggerName();
    }

    /** Returns the time at which the event was logged. */
    public Instant time() {
        return record.getInstant();
    }

    /** Returns the exception of the event, or null. */
    public Throwable thrown() {
        return record.getThrown();
    }

    /** Returns all fields of the line except the event itself, in order. Read-only. */
    public Map<String, Object> fields() {
        if (fields == null) {
            fields = new LinkedHashMap<>();
            context.forEach(fields::put);
            foreign.forEach(fields::putIfAbsent);
            if (given != null) {
                given.bound().forEach(this::putLast);
                for (int i = 0; i < given.fieldCount(); i++) {
                    putLast(given.fieldKey(i), given.fieldValue(i));
                }
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** Returns the value of a field; null if the field is absent or its value is null. */
    public Object get(String key) {
        return fields().get(key);
    }

    /** Adds a field, or changes it in place. */
    public void put(String key, Object value) {
        fields();
        fields.put(Pairs.key(key), value);
        changed = true;
    }

    /** Removes a field; does nothing if it is absent. */
    public void remove(String key) {
        fields();
        changed |= fields.containsKey(key);
        fields.remove(key);
    }

    /** Gives a field another key and moves it to the end; does nothing if it is absent. */
    public void rename(String from, String to) {
        if (fields().containsKey(from)) {
            putLast(Pairs.key(to), fields.remove(from));
            changed = true;
        }
    }

    /** Returns whether anything was changed since the event was logged. */
    public boolean isChanged() {
        return changed;
    }

    /** Returns the event as it is now, with all fields as fields of the call. */
    public LogEvent toEvent() {
        Object[] pairs = new Object[2 * fields().size()];
        int count = 0;
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            pairs[count++] = field.getKey();
            pairs[count++] = field.getValue();
        }
        return new LogEvent(event, LogContext.empty(), LogContext.empty(), pairs);
    }

    private void putLast(String key, Object value) {
        fields.remove(key);
        fields.put(key, value);
    }
}
