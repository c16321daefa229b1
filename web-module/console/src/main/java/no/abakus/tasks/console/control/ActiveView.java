package no.abakus.tasks.console.control;

import java.time.Instant;
import no.abakus.tasks.operate.ActiveTask;

/** A running task as clients see it. */
record ActiveView(
        String id,
        String name,
        String queue,
        int retries,
        Instant dateStarted,
        String args,
        String thread,
        ProgressView progress) {

    static ActiveView of(ActiveTask task) {
        return new ActiveView(
                task.id(),
                task.task(),
                task.queue(),
                task.retries(),
                task.since(),
                task.arguments().orElse(null),
                task.thread().orElse(null),
                ProgressView.of(task.progress()));
    }
}
