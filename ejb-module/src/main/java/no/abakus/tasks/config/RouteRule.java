package no.abakus.tasks.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route as written in configuration: {@code mail.* -> queue=bulk, priority=2}.
 *
 * @param tasks selects the tasks: a name, a glob with {@code *} and {@code ?}, or a regular expression between slashes
 * @param options the options for calls of these tasks, by the options' names in Celery
 */
public record RouteRule(String tasks, Map<String, String> options) {

    private static final String ARROW = "->";
    private static final String TAKES = "Write 'TASKS -> OPTION=VALUE, …', and separate routes by semicolons";

    /** Parses rules separated by semicolons. */
    static List<RouteRule> parseAll(String text) {
        List<RouteRule> rules = new ArrayList<>();
        for (String rule : text.split(";", -1)) {
            if (!rule.isBlank()) {
                rules.add(parse(rule.strip()));
            }
        }
        return List.copyOf(rules);
    }

    private static RouteRule parse(String rule) {
        // Use the last arrow, because a regular expression may contain an arrow.
        int arrow = rule.lastIndexOf(ARROW);
        if (arrow < 1) {
            throw new IllegalArgumentException("not valid at '" + rule + "'. " + TAKES);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String written : rule.substring(arrow + ARROW.length()).split(",", -1)) {
            String option = written.strip();
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not valid at '" + option + "'. " + TAKES);
            }
            options.put(
                    option.substring(0, equals).strip(),
                    option.substring(equals + 1).strip());
        }
        return new RouteRule(rule.substring(0, arrow).strip(), options);
    }
}
