package no.abakus.tasks.operate;

import java.util.Optional;

/**
 * A rejected message, kept together with the reason.
 *
 * @param id identifies the dead letter for reading, resending and deleting it; consists of letters, digits, {@code -}
 *     and {@code _}
 * @param taskId the id of the task; empty if the message is not a task
 * @param task the task's name; empty if unknown
 * @param reason the reason code, such as {@code unknown-task}
 * @param detail the reason in words, redacted
 * @param queue the queue that the message came from; empty if unknown
 * @param at when it became a dead letter, in ISO-8601; empty if unknown
 * @param node the node that rejected it; empty if unknown
 * @param retries how many times the task had been retried
 * @param arguments its arguments on one redacted line, if it has any
 */
public record DeadLetter(
        String id,
        String taskId,
        String task,
        String reason,
        String detail,
        String queue,
        String at,
        String node,
        int retries,
        Optional<String> arguments) {}
