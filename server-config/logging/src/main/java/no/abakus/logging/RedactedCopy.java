package no.abakus.logging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Copies a value without the secrets inside it. The copy is bounded, so that neither a cycle nor a huge value delays
 * the caller.
 */
final class RedactedCopy {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 1000;

    private final Redaction redaction;
    private final int mostChars;
    private int elementsLeft = MAX_ELEMENTS;

    /**
     * @param mostChars the maximum number of characters of each string
     */
    RedactedCopy(Redaction redaction, int mostChars) {
        this.redaction = redaction;
        this.mostChars = mostChars;
    }

    Object of(Object value) {
        try {
            return copy(value, 0);
        } catch (RuntimeException | StackOverflowError unreadable) {
            return "[unreadable " + value.getClass().getName() + ": "
                    + unreadable.getClass().getName() + "]";
        }
    }

    private Object copy(Object value, int depth) {
        if (value instanceof Number number && redaction.isSecretNumber(number)) {
            return Redaction.REDACTED;
        }
        if (value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof UUID) {
            return value;
        }
        if (value instanceof String text) {
            return redaction.text(text, mostChars);
        }
        if (depth == MAX_DEPTH) {
            return "[too deep]";
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (value instanceof Collection<?> collection) {
            return list(collection, depth);
        }
        if (value instanceof Object[] array) {
            return list(Arrays.asList(array), depth);
        }
        Sensitivity.Kind sensitivity = redaction.isOff() ? Sensitivity.Kind.NONE : Sensitivity.of(value.getClass());
        if (sensitivity == Sensitivity.Kind.WHOLE) {
            return Redaction.REDACTED;
        }
        if (sensitivity == Sensitivity.Kind.PARTS) {
            return map(Sensitivity.components(value), depth);
        }
        String text = value.toString();
        String clean = redaction.text(text, mostChars);
        return clean.equals(text) ? value : clean;
    }

    private Map<String, Object> map(Map<?, ?> map, int depth) {
        Map<String, Object> clean = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (elementsLeft-- <= 0) {
                break;
            }
            String key = String.valueOf(entry.getKey());
            Object shown = shown(key, entry.getValue(), depth + 1);
            clean.put(nameOf(key, clean), shown);
        }
        return clean;
    }

    private Object shown(String key, Object value, int depth) {
        if (redaction.isSecret(key)) {
            return Redaction.REDACTED;
        }
        return redaction.isId(key, value) ? value : copy(value, depth);
    }

    /**
     * Returns the key after redaction, because keys are data too. Adds a number to a redacted key that is already
     * taken, because two redacted keys may look the same.
     */
    private String nameOf(String key, Map<String, Object> taken) {
        String name = redaction.text(key);
        return name.equals(key) || !taken.containsKey(name) ? name : name + ' ' + (taken.size() + 1);
    }

    private List<Object> list(Collection<?> values, int depth) {
        List<Object> clean = new ArrayList<>();
        for (Object value : values) {
            if (elementsLeft-- <= 0) {
                break;
            }
            clean.add(copy(value, depth + 1));
        }
        return clean;
    }
}
