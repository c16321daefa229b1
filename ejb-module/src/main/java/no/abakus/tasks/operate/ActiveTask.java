package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that a node is running now.
 *
 * @param id the task's id
 * @param task the task's name
 * @param queue the queue it came from
 * @param retries how many times it has been retried
 * @param since when the worker received it
 * @param arguments its arguments on one redacted line, if it has any
 * @param thread the thread that runs its method; empty before its method starts
 * @param progress how far it has come; empty if it has not reported any progress
 */
public record ActiveTask(
        String id,
        String task,
        String queue,
        int retries,
        Instant since,
        Optional<String> arguments,
        Optional<String> thread,
        Optional<ReportedProgress> progress) {

    public ActiveTask {
        // A node of an earlier release does not report it.
        progress = progress == null ? Optional.empty() : progress;
    }

    /** A running task that has not reported progress. */
    public ActiveTask(
            String id,
            String task,
            String queue,
            int retries,
            Instant since,
            Optional<String> arguments,
            Optional<String> thread) {
        this(id, task, queue, retries, since, arguments, thread, Optional.empty());
    }
}
