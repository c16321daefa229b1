package no.abakus.tasks;

/**
 * The failure of a task whose server died while the task was running, if the task must not be run again. This exception
 * is never thrown, but only recorded. Celery: {@code WorkerLostError}.
 */
public final class WorkerLostException extends TaskException {

    /** Creates the failure of a task that was running on a node that died. */
    public WorkerLostException(String task, String node) {
        super(
                "Task " + task + " was running on node " + node
                        + " when the node died; how far the task got is unknown, and it is not run again",
                null);
    }
}
