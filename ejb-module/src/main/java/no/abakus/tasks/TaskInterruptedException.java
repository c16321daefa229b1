package no.abakus.tasks;

/**
 * Thrown by {@link TaskRequest#checkpoint()} when a running task should stop because it was terminated or its node is
 * stopping. The task method may clean up and rethrow the exception. How the task ends depends on why it was
 * interrupted.
 */
public final class TaskInterruptedException extends TaskException {

    /** Creates an exception that tells this task to stop, for this reason. */
    public TaskInterruptedException(String task, String why) {
        super("Task " + task + " must end now: " + why, null);
    }
}
