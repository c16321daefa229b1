package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Map;
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
 * @param context the log context that it was sent in, redacted, with long values cut
 */
public record ActiveTask(
        String id,
        String task,
        String queue,
        int retries,
        Instant since,
        Optional<String> arguments,
        Optional<String> thread,
        Optional<ReportedProgress> progress,
        Map<String, String> context) {

    private static final String REQUEST_ID = "request_id";
    private static final String USER = "current_user";

    public ActiveTask {
        // A node of an earlier release does not report these.
        progress = progress == null ? Optional.empty() : progress;
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** A running task that has not reported progress, without its log context. */
    public ActiveTask(
            String id,
            String task,
            String queue,
            int retries,
            Instant since,
            Optional<String> arguments,
            Optional<String> thread) {
        this(id, task, queue, retries, since, arguments, thread, Optional.empty(), Map.of());
    }

    /** The request that sent it, if its context says so. */
    public Optional<String> requestId() {
        return Optional.ofNullable(context.get(REQUEST_ID));
    }

    /** The user who sent it, if its context says so. */
    public Optional<String> user() {
        return Optional.ofNullable(context.get(USER));
    }
}
