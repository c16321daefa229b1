package no.abakus.tasks;

import java.time.Duration;

/**
 * A task ran longer than its {@code timeLimit}. It has failed, whatever its body still does. Celery:
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
