package no.abakus.tasks;

import java.time.Duration;

/**
 * Thrown by {@link TaskRequest#checkpoint()} when a task has reached its {@code softTimeLimit} and should clean up,
 * request a retry, or return a partial result. The thread is also interrupted, in case the task method blocks. If the
 * method throws because of the interrupt, the task fails with this exception. Celery: {@code SoftTimeLimitExceeded}.
 */
public final class SoftTimeLimitExceeded extends TaskException {

    /** Creates an exception that tells this task to stop because it has reached this limit. */
    public SoftTimeLimitExceeded(String task, Duration limit) {
        this(task, limit, null);
    }

    /** Creates such an exception with a cause. */
    public SoftTimeLimitExceeded(String task, Duration limit, Throwable thrown) {
        super("Task " + task + " has reached its soft time limit of " + limit + ", and should end now", thrown);
    }
}
