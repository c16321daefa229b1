package no.abakus.tasks;

/**
 * A running task should end now because it was terminated or its node is stopping. Thrown by
 * {@link TaskRequest#checkpoint()}. The body may clean up and rethrow it. How the task ends depends on why it was
 * interrupted.
 */
public final class TaskInterruptedException extends TaskException {

    /** Asks this task to end, for this reason. */
    public TaskInterruptedException(String task, String why) {
        super("Task " + task + " must end now: " + why, null);
    }
}
