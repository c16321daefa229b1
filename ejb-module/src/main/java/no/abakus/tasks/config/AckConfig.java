package no.abakus.tasks.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How tasks survive a crash of their server.
 *
 * @param earlySlots how many tasks with acks EARLY run at the same time
 * @param earlyDrain how long a stopping node waits for these tasks
 * @param nodeLostAfter how long a node may be silent before it is considered dead
 * @param dataFolder the folder where a node records its running tasks; empty for no record
 */
public record AckConfig(int earlySlots, Duration earlyDrain, Duration nodeLostAfter, Optional<Path> dataFolder) {

    static final Setting<Integer> EARLY_SLOTS = Setting.count(
            "abakus.tasks.acks.early-slots",
            16,
            1,
            1_000,
            "How many tasks with acks EARLY a node runs at once. While all slots are taken, a listener waits for a"
                    + " free one.");
    static final Setting<Duration> EARLY_DRAIN = Setting.span(
            "abakus.tasks.acks.early-drain",
            "PT30S",
            Duration.ZERO,
            "How long a stopping node waits for its tasks with acks EARLY to end.");
    static final Setting<Duration> NODE_LOST_AFTER = Setting.span(
            "abakus.tasks.acks.node-lost-after",
            "PT30S",
            Duration.ofSeconds(6),
            "How long a node may be silent before those of its tasks that must never run twice count as failed.");
    static final Setting<String> DATA_FOLDER = Setting.text(
            "abakus.tasks.acks.data-folder",
            "",
            "The folder in which a node records its running tasks. After a crash, the node reads these records at its"
                    + " next start. Empty for the server's data folder.");

    static final List<Setting<?>> SETTINGS = List.of(EARLY_SLOTS, EARLY_DRAIN, NODE_LOST_AFTER, DATA_FOLDER);

    static AckConfig from(SettingReader reader, ServerDefaults server) {
        String folder = reader.read(DATA_FOLDER);
        return new AckConfig(
                reader.read(EARLY_SLOTS),
                reader.read(EARLY_DRAIN),
                reader.read(NODE_LOST_AFTER),
                folder.isEmpty()
                        ? server.dataFolder().map(root -> root.resolve("abakus"))
                        : Optional.of(Path.of(folder)));
    }
}
