package no.abakus.tasks.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be set, read once at start.
 *
 * @param node who this server is
 * @param routing where messages go
 * @param message how large they may be
 */
public record TaskSystemConfig(NodeConfig node, RoutingConfig routing, MessageConfig message) {

    /** Every setting there is. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    NodeConfig.SETTINGS, RoutingConfig.SETTINGS, MessageConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** Reads everything from the source; what is wrong with a value is told to the problems, and its default taken. */
    public static TaskSystemConfig read(ConfigSource source, StartupProblems problems) {
        SettingReader reader = new SettingReader(source, problems);
        reader.reportUnknownKeys(SETTINGS);
        return new TaskSystemConfig(NodeConfig.from(reader), RoutingConfig.from(reader), MessageConfig.from(reader));
    }
}
