package no.abakus.tasks.operate;

import java.util.List;
import java.util.Map;

/**
 * A task that this application knows.
 *
 * @param name its name, by which it is called
 * @param attributes every attribute that {@code docs/configuration.md} lists, by the name it has there, such as {@code
 *     time-limit}. Values are texts, whole numbers, booleans, lists of texts, and seconds as {@link Double} for durations; null says
 *     that the task has none
 * @param parameters its parameters, in order
 */
public record TaskDescription(String name, Map<String, Object> attributes, List<Parameter> parameters) {

    /**
     * A parameter.
     *
     * @param name its name; {@code arg0, arg1 …} if the task was compiled without {@code -parameters}
     * @param type its type as an author writes it, such as {@code List<String>}
     */
    public record Parameter(String name, String type) {}
}
