package no.abakus.tasks;

/**
 * A running task is to end now, since somebody has terminated it or its node stops: thrown by {@link TaskRequest#checkpoint()}.
 * A body may clean up and throw it on; what has become of the task then follows from why it was interrupted.
 */
public final class TaskInterruptedException extends TaskException {

    /** The request to this task to end, for this reason. */
    public TaskInterruptedException(String task, String why) {
        super("Task " + task + " is to end now: " + why, null);
    }
}
