package no.abakus.tasks.operate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A task that this application knows.
 *
 * @param name the name used to call it
 * @param attributes all attributes, by their names in {@code docs/configuration.md}, such as {@code time-limit}. Values
 *     are strings, whole numbers, booleans, lists of strings, and durations in seconds as {@link Double}; null if the
 *     task does not have the attribute
 * @param parameters its parameters, in order
 */
public record TaskDescription(String name, Map<String, Object> attributes, List<Parameter> parameters) {

    public TaskDescription {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param name its name; {@code arg0, arg1 …} if the task was compiled without {@code -parameters}
     * @param type its type as in Java source, such as {@code List<String>}
     */
    public record Parameter(String name, String type) {}
}
