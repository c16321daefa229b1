package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A task that waits at the broker.
 *
 * @param id its id; the broker's message id if the message is not a task
 * @param task its name
 * @param queue the queue it waits in
 * @param priority 0 (last) to 9 (first)
 * @param retries how many times it has been retried
 * @param due when it is due; empty if it is due now
 * @param arguments its arguments on one redacted line, if it has any
 * @param queuedAt when its message last reached the queue; a message that a worker sends back reaches the queue again.
 *     Empty if the broker does not report the time
 * @param held why a worker sent the task back; empty if no worker did
 * @param context the redacted log context that the task was sent in; empty if the broker does not report it
 */
public record WaitingTask(
        String id,
        String task,
        String queue,
        int priority,
        int retries,
        Optional<Instant> due,
        Optional<String> arguments,
        Optional<Instant> queuedAt,
        Optional<HeldTask> held,
        Map<String, String> context) {

    private static final String REQUEST_ID = "request_id";
    private static final String USER = "current_user";

    public WaitingTask {
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    }

    /** Creates a waiting task without its log context. */
    public WaitingTask(
            String id,
            String task,
            String queue,
            int priority,
            int retries,
            Optional<Instant> due,
            Optional<String> arguments,
            Optional<Instant> queuedAt,
            Optional<HeldTask> held) {
        this(id, task, queue, priority, retries, due, arguments, queuedAt, held, Map.of());
    }

    /** Creates a waiting task about which nothing else is known. */
    public WaitingTask(
            String id,
            String task,
            String queue,
            int priority,
            int retries,
            Optional<Instant> due,
            Optional<String> arguments) {
        this(id, task, queue, priority, retries, due, arguments, Optional.empty(), Optional.empty());
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
