package no.abakus.tasks;

/**
 * Says that a task's server died while running the task, and that the task must not be run again. This exception is
 * never thrown, but only recorded as the failure of such a task. Celery: {@code WorkerLostError}.
 */
public final class WorkerLostException extends TaskException {

    /** Creates the failure of this task, which had been started on this node. */
    public WorkerLostException(String task, String node) {
        super(
                "Task " + task + " was running on node " + node
                        + " when the node died; how far the task got is unknown, and it is not run again",
                null);
    }
}
