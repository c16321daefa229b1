package no.abakus.tasks.deployment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.registry.Attribute;
import no.abakus.tasks.registry.AttributeReader;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.NearestName;

/**
 * Per-task settings from configuration, {@code abakus.tasks.task."<name>".<attribute>}. They override the annotations.
 */
final class AttributeOverrides {

    private static final String PREFIX = "abakus.tasks.task.";
    private static final Pattern KEY = Pattern.compile("abakus\\.tasks\\.task\\.\"([^\"]+)\"\\.(.+)");

    /** The configuration names of all attributes. */
    static final List<String> ATTRIBUTES =
            TaskAttributes.ALL.stream().map(Attribute::name).toList();

    private final ConfigSource source;
    private final StartupProblems problems;

    AttributeOverrides(ConfigSource source, StartupProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    TaskAttributes attributes(TaskCandidate task) {
        return TaskAttributes.read(new AttributeReader(
                task.where(), task.annotation(), attribute -> key(task, attribute), source::get, problems::add));
    }

    /** Returns the contradictions between attributes of the task. */
    List<Contradiction> contradictions(TaskCandidate task, TaskAttributes said) {
        return Contradiction.of(
                task, said, attribute -> source.get(key(task, attribute)).isPresent());
    }

    private static String key(TaskCandidate task, String attribute) {
        return PREFIX + '"' + task.name() + "\"." + attribute;
    }

    /** Reports keys for tasks or attributes that do not exist. */
    void reportUnknown(List<String> taskNames) {
        source.keys().stream().filter(key -> key.startsWith(PREFIX)).sorted().forEach(key -> {
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                problems.add("Setting " + key + " is not known; a task setting has the form " + PREFIX
                        + "\"<name>\".<attribute>.");
            } else if (!taskNames.contains(parts.group(1))) {
                problems.add("Setting " + key + " names an unknown task; did you mean "
                        + NearestName.of(parts.group(1), taskNames).orElse("none, because there are no tasks") + "?");
            } else if (!ATTRIBUTES.contains(parts.group(2))) {
                problems.add("Setting " + key + " names an unknown attribute; did you mean "
                        + NearestName.of(parts.group(2), ATTRIBUTES).orElseThrow() + "?");
            }
        });
    }
}
