package no.abakus.tasks;

import java.time.Duration;

/**
 * A task has reached its {@code softTimeLimit} and should clean up, ask to be run again, or return what it has. Thrown
 * by {@link TaskRequest#checkpoint()}. A body that blocks is interrupted instead, and fails with this exception if it
 * throws because of the interrupt. Celery: {@code SoftTimeLimitExceeded}.
 */
public final class SoftTimeLimitExceeded extends TaskException {

    /** Asks this task to end because it has reached this limit. */
    public SoftTimeLimitExceeded(String task, Duration limit) {
        this(task, limit, null);
    }

    /** The same, with what the body threw because of it; may be null. */
    public SoftTimeLimitExceeded(String task, Duration limit, Throwable thrown) {
        super("Task " + task + " has reached its soft time limit of " + limit + "; it should end now", thrown);
    }
}
