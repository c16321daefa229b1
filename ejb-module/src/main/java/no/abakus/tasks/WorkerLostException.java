package no.abakus.tasks;

/**
 * A task's server died while it ran, and it is not to be run again. Nobody throws it: it is what such a task has failed by.
 * Celery: {@code WorkerLostError}.
 */
public final class WorkerLostException extends TaskException {

    /** The end of this task, which this node had begun. */
    public WorkerLostException(String task, String node) {
        super(
                "Task " + task + " was running on node " + node
                        + " when that died; how far it came is not known, and it is" + " not run again",
                null);
    }
}
