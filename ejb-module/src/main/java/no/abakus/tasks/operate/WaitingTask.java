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
 */
public record WaitingTask(
        String id,
        String task,
        String queue,
        int priority,
        int retries,
        Optional<Instant> due,
        Optional<String> arguments) {}
