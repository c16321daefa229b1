package no.abakus.tasks;

/**
 * A task's server died while it ran, and it is not to be run again. Never thrown: it is recorded as what such a task
 * failed with. Celery: {@code WorkerLostError}.
 */
public final class WorkerLostException extends TaskException {

    /** The failure of this task, which this node had begun. */
    public WorkerLostException(String task, String node) {
        super(
                "Task " + task + " was running on node " + node
                        + " when the node died; how far it got is not known, and it is" + " not run again",
                null);
    }
}
