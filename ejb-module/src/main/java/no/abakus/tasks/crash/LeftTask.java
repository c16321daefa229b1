package no.abakus.tasks.crash;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that was running when the previous run of this node died.
 *
 * @param id the task's id
 * @param task the task's name
 * @param retries the number of the task's retries before that execution
 * @param begunAt when the execution began
 * @param seenAt when the node last reported that it was alive
 * @param wasSuspect whether the task had also been running at an earlier crash
 * @param thread the thread that ran it
 * @param stack the task's last recorded stack; empty if the task did not run long enough for a record
 */
public record LeftTask(
        String id,
        String task,
        int retries,
        Instant begunAt,
        Instant seenAt,
        boolean wasSuspect,
        String thread,
        Optional<String> stack) {}
