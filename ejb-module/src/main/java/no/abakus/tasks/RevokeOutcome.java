package no.abakus.tasks;

import java.util.Locale;

/** The outcome of a request to revoke a task. */
public enum RevokeOutcome {
    /** The task's message was removed from the queue. */
    REMOVED,
    /** The revocation is recorded and survives restarts. Workers that receive the task will not run it. */
    FLAGGED,
    /** The task is running, and is being interrupted. */
    CANCELLING,
    /** The task has already ended; nothing was changed. */
    ALREADY_DONE;

    /** Returns the outcome as the REST API writes it, such as {@code already-done}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
