package no.abakus.tasks;

/**
 * A task's server died while running the task, and the task must not be run again. Never thrown, only recorded as the
 * failure of such a task. Celery: {@code WorkerLostError}.
 */
public final class WorkerLostException extends TaskException {

    /** The failure of this task, which had been started on this node. */
    public WorkerLostException(String task, String node) {
        super(
                "Task " + task + " was running on node " + node
                        + " when the node died; how far it got is unknown, and it is" + " not run again",
                null);
    }
}
