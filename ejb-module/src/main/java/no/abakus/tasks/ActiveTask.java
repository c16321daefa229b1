package no.abakus.tasks;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that a node runs now.
 *
 * @param id its id
 * @param task its name
 * @param queue the queue it came from
 * @param retries how often it has asked to be run again
 * @param since when the worker got it
 * @param arguments its arguments on one redacted line, where it has some
 * @param thread the thread that runs its body; empty before the body begins
 */
public record ActiveTask(
        String id,
        String task,
        String queue,
        int retries,
        Instant since,
        Optional<String> arguments,
        Optional<String> thread) {}
