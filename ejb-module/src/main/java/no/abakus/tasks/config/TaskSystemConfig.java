package no.abakus.tasks.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be set, read once at start.
 *
 * @param node who this server is
 * @param routing where messages go
 * @param message how large they may be
 * @param decoding how much memory their values may take
 * @param body what their bodies are written in
 * @param results what is kept of tasks
 * @param acks how tasks survive their server
 * @param control how nodes see each other
 * @param worker how this node works on them
 * @param delay where tasks wait that are due later
 */
public record TaskSystemConfig(
        NodeConfig node,
        RoutingConfig routing,
        MessageConfig message,
        DecodingConfig decoding,
        BodyConfig body,
        ResultConfig results,
        AckConfig acks,
        ControlConfig control,
        WorkerConfig worker,
        DelayConfig delay) {

    /** Every setting there is. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    NodeConfig.SETTINGS,
                    RoutingConfig.SETTINGS,
                    MessageConfig.SETTINGS,
                    DecodingConfig.SETTINGS,
                    BodyConfig.SETTINGS,
                    ResultConfig.SETTINGS,
                    AckConfig.SETTINGS,
                    ControlConfig.SETTINGS,
                    WorkerConfig.SETTINGS,
                    DelayConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** Reads everything from the source; what is wrong with a value is told to the problems, and its default taken. */
    public static TaskSystemConfig read(ConfigSource source, StartupProblems problems) {
        SettingReader reader = new SettingReader(source, problems);
        reader.reportUnknownKeys(SETTINGS);
        return new TaskSystemConfig(
                NodeConfig.from(reader),
                RoutingConfig.from(reader),
                MessageConfig.from(reader),
                DecodingConfig.from(reader),
                BodyConfig.from(reader),
                ResultConfig.from(reader),
                AckConfig.from(reader),
                ControlConfig.from(reader),
                WorkerConfig.from(reader),
                DelayConfig.from(reader));
    }
}
