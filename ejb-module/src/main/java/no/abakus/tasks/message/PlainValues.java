package no.abakus.tasks.message;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.spi.TaskArguments;

/** Recognizes values that every serializer restores unchanged. Such values need no check. */
final class PlainValues {

    /** A {@code double} represents every integer up to this one exactly. */
    private static final long MOST_WHOLE = 1L << 53;

    /** Not every parser accepts longer names. */
    private static final int LONGEST_NAME = 1_000;

    private static final int DEEPEST = 32;

    private PlainValues() {}

    static boolean all(TaskArguments arguments) {
        return isPlain(arguments.args(), 0) && isPlain(arguments.kwargs(), 0);
    }

    private static boolean isPlain(Object value, int depth) {
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Enum) {
            return true;
        }
        if (value instanceof Long number) {
            return number <= MOST_WHOLE && number >= -MOST_WHOLE;
        }
        if (value instanceof Double number) {
            return Double.isFinite(number);
        }
        if (depth == DEEPEST) {
            return false;
        }
        if (value instanceof List<?> list) {
            return areElementsPlain(list, depth + 1);
        }
        return value instanceof Map<?, ?> map && areEntriesPlain(map, depth + 1);
    }

    private static boolean areElementsPlain(List<?> list, int depth) {
        for (Object element : list) {
            if (!isPlain(element, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEntriesPlain(Map<?, ?> map, int depth) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            boolean isNamed = entry.getKey() instanceof String name && name.length() <= LONGEST_NAME;
            if (!isNamed || !isPlain(entry.getValue(), depth)) {
                return false;
            }
        }
        return true;
    }
}
