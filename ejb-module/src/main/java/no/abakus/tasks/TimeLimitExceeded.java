package no.abakus.tasks;

import java.time.Duration;

/**
 * A task ran longer than its {@code timeLimit}. The task has failed, even if its method is still running. Celery:
 * {@code TimeLimitExceeded}.
 */
public final class TimeLimitExceeded extends TaskException {

    /** Ends this task because of this limit. */
    public TimeLimitExceeded(String task, Duration limit) {
        super(
                "Task " + task + " ran longer than its time limit of " + limit
                        + "; its thread was interrupted, and whatever it still does no longer counts",
                null);
    }
}
