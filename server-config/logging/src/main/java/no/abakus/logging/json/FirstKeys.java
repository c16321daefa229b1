package no.abakus.logging.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys by which people search lines. If not all fields fit, these keys get room first. */
final class FirstKeys {
    private static final List<String> NAMES =
            List.of("task_id", "task_name", "request_id", "root_task_id", "parent_task_id", "trace_id", "span_id");

    private FirstKeys() {}

    /** Returns the same fields, with these keys first. */
    static Map<String, Object> first(Map<String, Object> fields) {
        Map<String, Object> sorted = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (fields.containsKey(name)) {
                sorted.put(name, fields.get(name));
            }
        }
        fields.forEach(sorted::putIfAbsent);
        return sorted;
    }

    /** Moves the entries of these keys to the front of both arrays. */
    static void first(Key[] keys, Object[] values) {
        int front = 0;
        for (String name : NAMES) {
            for (int i = front; i < keys.length; i++) {
                if (keys[i].name.equals(name)) {
                    Key key = keys[i];
                    Object value = values[i];
                    System.arraycopy(keys, front, keys, front + 1, i - front);
                    System.arraycopy(values, front, values, front + 1, i - front);
                    keys[front] = key;
                    values[front] = value;
                    front++;
                    break;
                }
            }
        }
    }
}
