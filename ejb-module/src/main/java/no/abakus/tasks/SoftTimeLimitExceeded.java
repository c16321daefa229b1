package no.abakus.tasks;

import java.time.Duration;

/**
 * A task has run as long as its {@code softTimeLimit}, and is to clean up, ask to be run again, or answer what it has.
 * Thrown by {@link TaskRequest#checkpoint()}; a body that waits is interrupted instead, and fails by this exception if it
 * throws because of that. Celery: {@code SoftTimeLimitExceeded}.
 */
public final class SoftTimeLimitExceeded extends TaskException {

    /** The request to this task to end, at this limit. */
    public SoftTimeLimitExceeded(String task, Duration limit) {
        this(task, limit, null);
    }

    /** The same, with what its body threw because of it; may be null. */
    public SoftTimeLimitExceeded(String task, Duration limit, Throwable thrown) {
        super("Task " + task + " has reached its soft time limit of " + limit + "; it is to end now", thrown);
    }
}
