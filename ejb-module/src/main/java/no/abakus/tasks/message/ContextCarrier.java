package no.abakus.tasks.message;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.logging.LogContext;
import no.abakus.logging.Redaction;
import no.abakus.tasks.config.MessageConfig;

/**
 * Packs the sender's log context into a message. The context is redacted like a log line; its values are text, numbers,
 * booleans or null. Keys that exceed the limits are left out, so a context cannot make a send fail. Their number is
 * added under {@link #TRUNCATED}, even beyond the limits.
 */
public final class ContextCarrier {

    /** The key for the number of keys that were left out. */
    public static final String TRUNCATED = "context_truncated";

    private final MessageConfig limits;
    private final Redaction redaction;

    public ContextCarrier(MessageConfig limits, Redaction redaction) {
        this.limits = limits;
        this.redaction = redaction;
    }

    /** Returns the part of this context that is sent. It is computed once per context, however many tasks are sent. */
    public LogContext pack(LogContext context) {
        return context.isEmpty()
                ? context
                : context.derived(Packed.class, whole -> new Packed(select(whole)))
                        .context();
    }

    private LogContext select(LogContext context) {
        Map<String, Object> packed = new LinkedHashMap<>();
        int size = 0;
        int leftOut = 0;
        for (Map.Entry<String, Object> entry : context.toMap().entrySet()) {
            Object value = portable(entry.getKey(), entry.getValue());
            int length = entry.getKey().length() + (value instanceof String text ? text.length() : Long.BYTES);
            if (packed.size() < limits.maxContextKeys() && length <= limits.maxContextSize() - size) {
                packed.put(entry.getKey(), value);
                size += length;
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            packed.put(TRUNCATED, leftOut);
        }
        return LogContext.of(packed);
    }

    private Object portable(String key, Object value) {
        try {
            // Keeps one character beyond the limit. A longer value is left out, so the rest of it need not be scanned.
            Object shown = redaction.value(key, value, limits.maxContextSize() + 1);
            return isPortable(shown) ? shown : shown.toString();
        } catch (RuntimeException | Error e) {
            // A user's toString may throw anything. The send continues, and the value says why it is missing.
            return "[unprintable: " + e.getClass().getName() + "]";
        }
    }

    private record Packed(LogContext context) {}

    private static boolean isPortable(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double;
    }
}
