package no.abakus.tasks;

import java.util.Optional;

/**
 * A message that no worker would take, kept with the reason.
 *
 * @param id names the letter, for reading, sending again and deleting it; letters, digits, {@code -} and {@code _}
 * @param taskId the id of the task; empty in a message that is no task
 * @param task the task's name; empty where it is not known
 * @param reason which kind of reason, such as {@code unknown-task}
 * @param detail the same for a human, redacted
 * @param queue the queue that the message came from; empty where it is not known
 * @param at when it became a dead letter, in ISO-8601; empty where it is not known
 * @param node the node that rejected it; empty where it is not known
 * @param retries how often the task had asked to be run again
 * @param arguments its arguments on one redacted line, where it has some
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
