package no.abakus.logging.json;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogEvent;

/**
 * The content of a line, for layouts that arrange it in their own way.
 *
 * @param time the time at which the event was logged
 * @param level the level's number in {@code java.util.logging}
 * @param logger the name of the logger, never null
 * @param event the name or message of the event; may be null
 * @param fields the fields of the context, of the server's own context, of the logger and of the call; each key occurs
 *     once, and no value is redacted
 * @param inherited how many fields come from the contexts; they are the first ones
 * @param thrown may be null
 */
record LineParts(
        Instant time,
        int level,
        String logger,
        String event,
        Map<String, Object> fields,
        int inherited,
        Throwable thrown) {

    static LineParts of(LogRecord record, String event, LogContext context, LogEvent given, Map<String, ?> foreign) {
        Map<String, Object> fields = new LinkedHashMap<>();
        context.forEach(fields::put);
        foreign.forEach(fields::putIfAbsent);
        int own = 0;
        if (given != null) {
            Map<String, Object> added = new LinkedHashMap<>();
            given.bound().forEach(added::put);
            for (int i = 0; i < given.fieldCount(); i++) {
                putLast(added, given.fieldKey(i), given.fieldValue(i));
            }
            added.forEach((key, value) -> putLast(fields, key, value));
            own = added.size();
        }
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        return new LineParts(
                record.getInstant(),
                record.getLevel().intValue(),
                logger,
                event,
                fields,
                fields.size() - own,
                record.getThrown());
    }

    private static void putLast(Map<String, Object> fields, String key, Object value) {
        fields.remove(key);
        fields.put(key, value);
    }
}
