package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;

/**
 * How the results of tasks are stored, and which database has all tables. A result is stored only if the task does not
 * ignore it.
 *
 * @param dataSource the JNDI name of the data source; empty for the server's data source for Abakus or, if there is
 *     none, the default one
 * @param retention how long the record of an ended task is kept
 * @param unfinishedRetention how long the record of a task that does not end is kept
 * @param maxSize the maximum size of a result before compression, in bytes
 * @param compressAbove the size in bytes above which a result is compressed
 */
public record ResultConfig(
        String dataSource, Duration retention, Duration unfinishedRetention, int maxSize, int compressAbove) {

    static final Setting<String> DATA_SOURCE = Setting.text(
            "abakus.tasks.result.data-source",
            "",
            "The JNDI name of the data source for all tables. The data source must take part in JTA transactions."
                    + " Empty for the server's data source for Abakus or, if there is none, the default data source.");
    static final Setting<Duration> RETENTION = Setting.span(
            "abakus.tasks.result.retention",
            "P1D",
            Duration.ofSeconds(1),
            "How long a result is kept after the task has ended, unless the task says otherwise.");
    static final Setting<Duration> UNFINISHED_RETENTION = Setting.span(
            "abakus.tasks.result.unfinished-retention",
            "P30D",
            Duration.ofMinutes(1),
            "How long the record of a task that has not ended is kept after the task was due or was last heard of.");
    static final Setting<Integer> MAX_SIZE = Setting.count(
            "abakus.tasks.result.max-size",
            1024 * 1024,
            64,
            64 * 1024 * 1024,
            "The maximum size of a result before compression, in bytes; a task with a larger result fails.");
    static final Setting<Integer> COMPRESS_ABOVE = Setting.count(
            "abakus.tasks.result.compress-above",
            4 * 1024,
            0,
            64 * 1024 * 1024,
            "Results of more than this many bytes are compressed in the database.");

    static final List<Setting<?>> SETTINGS =
            List.of(DATA_SOURCE, RETENTION, UNFINISHED_RETENTION, MAX_SIZE, COMPRESS_ABOVE);

    static ResultConfig from(SettingReader reader) {
        return new ResultConfig(
                reader.read(DATA_SOURCE),
                reader.read(RETENTION),
                reader.read(UNFINISHED_RETENTION),
                reader.read(MAX_SIZE),
                reader.read(COMPRESS_ABOVE));
    }
}
