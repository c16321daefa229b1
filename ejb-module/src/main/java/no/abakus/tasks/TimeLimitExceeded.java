package no.abakus.tasks;

import java.time.Duration;

/**
 * The failure of a task that ran longer than its {@code timeLimit}. The task has failed, even if its method is still
 * running. Celery: {@code TimeLimitExceeded}.
 */
public final class TimeLimitExceeded extends TaskException {

    /** Creates the failure of a task that ran longer than its limit. */
    public TimeLimitExceeded(String task, Duration limit) {
        super(
                "Task " + task + " ran longer than its time limit of " + limit
                        + "; its thread was interrupted, and the rest of its work no longer counts",
                null);
    }
}
