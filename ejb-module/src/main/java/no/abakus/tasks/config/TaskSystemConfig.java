package no.abakus.tasks.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The whole configuration, read once at startup.
 *
 * @param node the identity of this server
 * @param application the name of the application
 * @param routing where messages go
 * @param message how large messages may be
 * @param decoding how much memory decoded messages may take
 * @param body the formats of message bodies
 * @param results how results are stored
 * @param acks how tasks survive a crash of their server
 * @param control how nodes detect each other, and how revocations and pauses are kept
 * @param worker how this node runs tasks
 * @param delay where delayed tasks wait
 * @param history what is kept of ended tasks
 */
public record TaskSystemConfig(
        NodeConfig node,
        ApplicationConfig application,
        RoutingConfig routing,
        MessageConfig message,
        DecodingConfig decoding,
        BodyConfig body,
        ResultConfig results,
        AckConfig acks,
        ControlConfig control,
        WorkerConfig worker,
        DelayConfig delay,
        HistoryConfig history) {

    /** All settings. */
    public static final List<Setting<?>> SETTINGS = Stream.of(
                    NodeConfig.SETTINGS,
                    ApplicationConfig.SETTINGS,
                    RoutingConfig.SETTINGS,
                    MessageConfig.SETTINGS,
                    DecodingConfig.SETTINGS,
                    BodyConfig.SETTINGS,
                    ResultConfig.SETTINGS,
                    AckConfig.SETTINGS,
                    ControlConfig.SETTINGS,
                    WorkerConfig.SETTINGS,
                    DelayConfig.SETTINGS,
                    HistoryConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /**
     * Reads all settings from the source. Reports unknown keys and invalid values as problems, and uses the default
     * instead of an invalid value.
     *
     * @param server the defaults that only the server knows
     */
    public static TaskSystemConfig read(ConfigSource source, ServerDefaults server, StartupProblems problems) {
        SettingReader reader = new SettingReader(source, problems);
        reader.reportUnknownKeys(SETTINGS);
        return new TaskSystemConfig(
                NodeConfig.from(reader, server),
                ApplicationConfig.from(reader),
                RoutingConfig.from(reader),
                MessageConfig.from(reader),
                DecodingConfig.from(reader),
                BodyConfig.from(reader),
                ResultConfig.from(reader),
                AckConfig.from(reader, server),
                ControlConfig.from(reader),
                WorkerConfig.from(reader),
                DelayConfig.from(reader),
                HistoryConfig.from(reader));
    }
}
