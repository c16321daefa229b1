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
 */
public record ActiveTask(
        String id,
        String task,
        String queue,
        int retries,
        Instant since,
        Optional<String> arguments,
        Optional<String> thread) {}
