package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What is kept of ended tasks, and for how long.
 *
 * @param kept which ended tasks are kept
 * @param rowsPerSecond how many successful tasks a node keeps per second; above this rate, it keeps a sample
 * @param retention how long ended tasks other than failures are kept
 * @param failureRetention how long failures are kept
 * @param maxRows how many ended tasks are kept at most
 */
public record HistoryConfig(Kept kept, int rowsPerSecond, Duration retention, Duration failureRetention, int maxRows) {

    /** Which ended tasks are kept. */
    public enum Kept {
        /** The same as {@link #ALL} if a console is deployed, otherwise the same as {@link #OFF}. */
        AUTO,
        /** All failures, and all successes up to a rate. Above the rate, a sample of the successes. */
        ALL,
        /** Failures only. */
        FAILURES,
        /** Nothing. */
        OFF
    }

    static final Setting<Kept> KEPT = new Setting<>(
            "abakus.tasks.history",
            "word: auto, all, failures or off",
            "auto",
            "Which ended tasks are kept for the console. `all` keeps every task, but above a rate only a sample of the"
                    + " successes. `failures` keeps only failures, and `off` keeps nothing. `auto` is the same as `all`"
                    + " if a console is deployed, otherwise the same as `off`.",
            HistoryConfig::kept);

    static final Setting<Integer> ROWS_PER_SECOND = Setting.count(
            "abakus.tasks.history.rows-per-second",
            250,
            1,
            100_000,
            "How many successful tasks a node keeps per second. Above this rate, it keeps 5 tasks of each name per"
                    + " second and a sample of the rest.");

    static final Setting<Duration> RETENTION = Setting.span(
            "abakus.tasks.history.retention",
            "P7D",
            Duration.ofMinutes(1),
            "How long ended tasks other than failures are kept.");

    static final Setting<Duration> FAILURE_RETENTION = Setting.span(
            "abakus.tasks.history.failure-retention",
            "P30D",
            Duration.ofMinutes(1),
            "How long failures and the bodies of their messages are kept.");

    static final Setting<Integer> MAX_ROWS = Setting.count(
            "abakus.tasks.history.max-rows",
            5_000_000,
            1_000,
            1_000_000_000,
            "How many ended tasks are kept at most, failures included; the oldest are deleted first.");

    static final List<Setting<?>> SETTINGS = List.of(KEPT, ROWS_PER_SECOND, RETENTION, FAILURE_RETENTION, MAX_ROWS);

    private static Kept kept(String text) {
        for (Kept kept : Kept.values()) {
            if (kept.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kept;
            }
        }
        throw new IllegalArgumentException("not one of these words");
    }

    static HistoryConfig from(SettingReader reader) {
        return new HistoryConfig(
                reader.read(KEPT),
                reader.read(ROWS_PER_SECOND),
                reader.read(RETENTION),
                reader.read(FAILURE_RETENTION),
                reader.read(MAX_ROWS));
    }
}
