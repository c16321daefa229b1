package no.abakus.tasks.crash;

import java.time.Instant;
import java.util.Optional;

/**
 * A task that a previous run of this node was running when it died.
 *
 * @param id the task's id
 * @param task its name
 * @param retries which execution it was
 * @param begunAt when the execution began
 * @param seenAt when the node last reported that it was alive
 * @param wasSuspect whether the task had been running at an earlier death
 * @param thread the thread that ran it
 * @param stack where that thread was when last inspected; empty for a body that never ran long enough to be inspected
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
