package no.abakus.tasks.publish;

import java.util.function.Consumer;

/**
 * The task that the sending thread is running.
 *
 * @param rootId the id of the first task of its tree
 * @param taskId its own id, which becomes the parent of tasks that it sends
 * @param children takes the ids of tasks that it sends
 */
public record Lineage(String rootId, String taskId, Consumer<String> children) {}
