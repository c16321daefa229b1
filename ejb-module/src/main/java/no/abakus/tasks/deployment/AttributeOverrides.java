package no.abakus.tasks.deployment;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.ConfigSource;
import no.abakus.tasks.config.NearestName;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.registry.TaskAttributes;

/** What configuration says of single tasks, {@code abakus.tasks.task."<name>".<attribute>}, over their annotations. */
final class AttributeOverrides {

    private static final String PREFIX = "abakus.tasks.task.";
    private static final Pattern KEY = Pattern.compile("abakus\\.tasks\\.task\\.\"([^\"]+)\"\\.(.+)");

    /** The attributes by the names they have in configuration. */
    static final List<String> ATTRIBUTES = List.of("queue", "priority", "typing", "max-retries", "retry-delay");

    private final ConfigSource source;
    private final StartupProblems problems;

    AttributeOverrides(ConfigSource source, StartupProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    TaskAttributes attributes(TaskCandidate task) {
        AbakusTask said = task.annotation();
        return new TaskAttributes(
                override(task, "queue", Function.identity())
                        .or(() -> Optional.of(said.queue()).filter(queue -> !queue.equals(AbakusTask.UNSET))),
                override(task, "priority", Integer::valueOf).orElse(said.priority()),
                override(task, "typing", AttributeOverrides::yesOrNo).orElse(said.typing()),
                override(task, "max-retries", Integer::valueOf).orElse(said.maxRetries()),
                override(task, "retry-delay", Duration::parse).orElseGet(() -> retryDelay(task)));
    }

    private <T> Optional<T> override(TaskCandidate task, String attribute, Function<String, T> parser) {
        String key = PREFIX + '"' + task.name() + "\"." + attribute;
        Optional<String> text = source.get(key);
        try {
            return text.map(parser);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            problems.add("Setting " + key + " is '" + text.get() + "', which is no valid " + attribute + ": "
                    + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Duration retryDelay(TaskCandidate task) {
        try {
            return Duration.parse(task.annotation().retryDelay());
        } catch (DateTimeParseException e) {
            problems.add("Task " + task.where() + " has the retryDelay '"
                    + task.annotation().retryDelay() + "'; it takes an ISO-8601 duration such as PT30S.");
            return TaskAttributes.DEFAULTS.retryDelay();
        }
    }

    private static boolean yesOrNo(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("it takes true or false");
        }
        return text.equals("true");
    }

    /** Reports keys of tasks or attributes that there are none of. */
    void reportUnknown(List<String> taskNames) {
        source.keys().stream().filter(key -> key.startsWith(PREFIX)).sorted().forEach(key -> {
            Matcher parts = KEY.matcher(key);
            if (!parts.matches()) {
                problems.add("Setting " + key + " is not known; of a task it is " + PREFIX + "\"<name>\".<attribute>.");
            } else if (!taskNames.contains(parts.group(1))) {
                problems.add("Setting " + key + " is of a task that is not known; did you mean "
                        + NearestName.of(parts.group(1), taskNames).orElse("none, for there are no tasks") + "?");
            } else if (!ATTRIBUTES.contains(parts.group(2))) {
                problems.add("Setting " + key + " is of an attribute that is not known; did you mean "
                        + NearestName.of(parts.group(2), ATTRIBUTES).orElseThrow() + "?");
            }
        });
    }
}
