package no.abakus.tasks;

/**
 * A running task should stop now because it was terminated or its node is stopping. Thrown by
 * {@link TaskRequest#checkpoint()}. The task method may clean up and rethrow it. How the task ends depends on why it
 * was interrupted.
 */
public final class TaskInterruptedException extends TaskException {

    /** Tells this task to stop, for this reason. */
    public TaskInterruptedException(String task, String why) {
        super("Task " + task + " must end now: " + why, null);
    }
}
