package no.abakus.tasks.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where messages go.
 *
 * @param defaultQueue the queue of tasks that name none
 * @param externalQueues queues that another application consumes
 */
public record RoutingConfig(String defaultQueue, Set<String> externalQueues) {

    static final Setting<String> DEFAULT_QUEUE =
            Setting.text("abakus.tasks.routing.default-queue", "default", "The queue of tasks that name none.");
    static final Setting<Set<String>> EXTERNAL_QUEUES = new Setting<>(
            "abakus.tasks.routing.external-queues",
            "names, comma-separated",
            "",
            "Queues that tasks may be sent to although no listener of this application consumes them.",
            text -> Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()));

    static final List<Setting<?>> SETTINGS = List.of(DEFAULT_QUEUE, EXTERNAL_QUEUES);

    static RoutingConfig from(SettingReader reader) {
        return new RoutingConfig(reader.read(DEFAULT_QUEUE), reader.read(EXTERNAL_QUEUES));
    }
}
