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
 * @param progress the progress that it reported last; empty if it has not reported any
 * @param context the redacted log context that it was sent in; long values are cut
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
        // A node of an earlier release reports neither progress nor context.
        progress = progress == null ? Optional.empty() : progress;
        context = context == null ? Map.of() : Map.copyOf(context);
    }

    /** Creates a running task that has not reported progress, without its log context. */
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

    /** Returns the id of the request that sent the task, if the task's log context has it. */
    public Optional<String> requestId() {
        return Optional.ofNullable(context.get(REQUEST_ID));
    }

    /** Returns the user who sent the task, if the task's log context has it. */
    public Optional<String> user() {
        return Optional.ofNullable(context.get(USER));
    }
}
