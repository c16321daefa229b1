package no.abakus.tasks;

import java.util.Locale;

/** What happened to a request to revoke a task. */
public enum RevokeOutcome {
    /** Its message was removed from the queue. */
    REMOVED,
    /** The revocation is recorded and survives restarts: a worker that receives the task will not begin it. */
    FLAGGED,
    /** The task is running, and is being interrupted. */
    CANCELLING,
    /** The task has already ended; nothing was changed. */
    ALREADY_DONE;

    /** The outcome as the REST API writes it, such as {@code already-done}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
