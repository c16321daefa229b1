package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;

/**
 * How this node works on tasks.
 *
 * @param maxAbandonedThreads how many bodies may run on beyond their time limit
 * @param gracePeriod how long running tasks may go on when the node stops
 */
public record WorkerConfig(int maxAbandonedThreads, Duration gracePeriod) {

    static final Setting<Integer> MAX_ABANDONED_THREADS = Setting.count(
            "abakus.tasks.worker.max-abandoned-threads",
            16,
            0,
            10_000,
            "How many bodies may run on beyond their time limit; with more, the node takes no work until some have ended.");
    static final Setting<Duration> GRACE_PERIOD = Setting.span(
            "abakus.tasks.worker.grace-period",
            "PT25S",
            Duration.ZERO,
            "How long running tasks may go on when the node stops; then they are interrupted and handed back.");

    static final List<Setting<?>> SETTINGS = List.of(MAX_ABANDONED_THREADS, GRACE_PERIOD);

    static WorkerConfig from(SettingReader reader) {
        return new WorkerConfig(reader.read(MAX_ABANDONED_THREADS), reader.read(GRACE_PERIOD));
    }
}
