package no.abakus.tasks.publish;

/**
 * The task that the sending thread is running.
 *
 * @param rootId the id of the first task of its tree
 * @param taskId its own id, the parent of what it sends
 */
public record Lineage(String rootId, String taskId) {}
