package no.abakus.tasks;

import java.time.Duration;

/**
 * A task has reached its {@code softTimeLimit} and should clean up, request a retry, or return a partial result. Thrown
 * by {@link TaskRequest#checkpoint()}. A task method that blocks is interrupted instead. If it throws because of the
 * interrupt, the task fails with this exception. Celery: {@code SoftTimeLimitExceeded}.
 */
public final class SoftTimeLimitExceeded extends TaskException {

    /** Tells this task to stop because it has reached this limit. */
    public SoftTimeLimitExceeded(String task, Duration limit) {
        this(task, limit, null);
    }

    /** The same, with the exception that the task method threw because of the interrupt; may be null. */
    public SoftTimeLimitExceeded(String task, Duration limit, Throwable thrown) {
        super("Task " + task + " has reached its soft time limit of " + limit + "; it should end now", thrown);
    }
}
