package no.abakus.logging;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * An event on its way to becoming a line, for a {@link LogProcessor} to read and change. Belongs to the thread that logs and is not to
 * be kept. Values are as they were given, not yet redacted.
 */
public final class LogDraft {
    private final LogRecord record;
    private final LogContext context;
    private final Map<String, ?> foreign;
    private final LogEvent given;
    private String event;
    private Map<String, Object> fields;
    private boolean changed;

    /** Of a record with what belongs to it; processors are given drafts and make none. */
    public LogDraft(LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign) {
        this.record = record;
        this.event = event;
        this.context = context;
        this.given = given;
        this.foreign = foreign;
    }

    /** The name of the event, or the formatted message of somebody else's logger. */
    public String event() {
        return event;
    }

    /** Renames the event. */
    public void event(String name) {
        event = name;
        fields();
        changed = true;
    }

    /** The level the event was logged at. */
    public Level level() {
        return record.getLevel();
    }

    /** The name of the logger; may be null. */
    public String logger() {
        return record.getLoggerName();
    }

    /** When it was logged. */
    public Instant time() {
        return record.getInstant();
    }

    /** The exception that belongs to it, or null. */
    public Throwable thrown() {
        return record.getThrown();
    }

    /** Everything the line will carry besides the event itself, in order; to be read only. */
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

    /** The value of a field; null when it is absent or null. */
    public Object get(String key) {
        return fields().get(key);
    }

    /** Adds a field, or changes it in its place. */
    public void put(String key, Object value) {
        fields();
        fields.put(Pairs.key(key), value);
        changed = true;
    }

    /** Takes a field away; nothing happens when there is none. */
    public void remove(String key) {
        fields();
        changed |= fields.containsKey(key);
        fields.remove(key);
    }

    /** Gives a field another key and the last place; nothing happens when there is none. */
    public void rename(String from, String to) {
        if (fields().containsKey(from)) {
            putLast(Pairs.key(to), fields.remove(from));
            changed = true;
        }
    }

    /** Whether anything is other than it was logged. */
    public boolean isChanged() {
        return changed;
    }

    /** The event as it is now, with all fields as its own. */
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
