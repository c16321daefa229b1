package no.abakus.tasks.publish;

import java.util.function.Consumer;

/**
 * The task that the sending thread is running.
 *
 * @param rootId the id of the first task of the running task's tree
 * @param taskId the id of the running task, which becomes the parent of the tasks that it sends
 * @param children takes the ids of the tasks that the running task sends
 */
public record Lineage(String rootId, String taskId, Consumer<String> children) {}
