package no.abakus.tasks.config;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where messages go.
 *
 * @param defaultQueue the queue of tasks that name none
 * @param queuePrefix what stands before a queue's name at the broker
 * @param deadLetterQueue the queue of messages that no worker could read
 * @param externalQueues queues that another application consumes
 */
public record RoutingConfig(
        String defaultQueue, String queuePrefix, String deadLetterQueue, Set<String> externalQueues) {

    static final Setting<String> DEFAULT_QUEUE =
            Setting.text("abakus.tasks.routing.default-queue", "default", "The queue of tasks that name none.");
    static final Setting<String> QUEUE_PREFIX = Setting.text(
            "abakus.tasks.routing.queue-prefix",
            "abakus.",
            "What stands before a queue's name at the broker, so that one address setting covers all queues.");
    static final Setting<String> DEAD_LETTER_QUEUE = Setting.text(
            "abakus.tasks.routing.dead-letter-queue",
            "dead-letter",
            "The queue that takes the messages no worker can read, each with its reason.");
    static final Setting<Set<String>> EXTERNAL_QUEUES = new Setting<>(
            "abakus.tasks.routing.external-queues",
            "names, comma-separated",
            "",
            "Queues that tasks may be sent to although no listener of this application consumes them.",
            text -> Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()));

    static final List<Setting<?>> SETTINGS = List.of(DEFAULT_QUEUE, QUEUE_PREFIX, DEAD_LETTER_QUEUE, EXTERNAL_QUEUES);

    static RoutingConfig from(SettingReader reader) {
        return new RoutingConfig(
                reader.read(DEFAULT_QUEUE),
                reader.read(QUEUE_PREFIX),
                reader.read(DEAD_LETTER_QUEUE),
                reader.read(EXTERNAL_QUEUES));
    }
}
