package no.abakus.tasks.operate;

import java.time.Instant;
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
 * @param queuedAt when its message reached the queue; for a task that a worker sent back, when that happened last; empty
 *     if the broker does not report it
 * @param held why a worker sent it back; empty if no worker did
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
        Optional<HeldTask> held) {

    /** A waiting task about which nothing else is known. */
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
}
