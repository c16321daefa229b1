package no.abakus.tasks.config;

import java.time.Duration;
import java.util.List;

/**
 * How this node runs tasks.
 *
 * @param maxAbandonedThreads how many task methods may keep running beyond their time limit
 * @param gracePeriod how long running tasks may continue when the node stops, before they are interrupted
 * @param unknownTaskWait how long a task that is unknown to this node waits for a node that knows the task
 */
public record WorkerConfig(int maxAbandonedThreads, Duration gracePeriod, Duration unknownTaskWait) {

    static final Setting<Integer> MAX_ABANDONED_THREADS = Setting.count(
            "abakus.tasks.worker.max-abandoned-threads",
            16,
            0,
            10_000,
            "How many task methods may keep running beyond their time limit. If more do, the node takes no tasks"
                    + " until enough of them have ended.");
    static final Setting<Duration> GRACE_PERIOD = Setting.span(
            "abakus.tasks.worker.grace-period",
            "PT25S",
            Duration.ZERO,
            "How long running tasks may continue when the node stops, before they are interrupted. An interrupted"
                    + " task that throws an exception returns to its queue. If it must not start twice"
                    + " (rejectOnWorkerLost = false), it fails instead. Tasks with acks EARLY have the time of"
                    + " abakus.tasks.acks.early-drain.");

    static final Setting<Duration> UNKNOWN_TASK_WAIT = Setting.span(
            "abakus.tasks.worker.unknown-task-wait",
            "PT10M",
            Duration.ZERO,
            "How long a task that is unknown to a node waits for a node that knows the task, before the task becomes"
                    + " a dead letter; PT0S for no wait.");

    static final List<Setting<?>> SETTINGS = List.of(MAX_ABANDONED_THREADS, GRACE_PERIOD, UNKNOWN_TASK_WAIT);

    static WorkerConfig from(SettingReader reader) {
        return new WorkerConfig(
                reader.read(MAX_ABANDONED_THREADS), reader.read(GRACE_PERIOD), reader.read(UNKNOWN_TASK_WAIT));
    }
}
