package no.abakus.tasks;

import java.util.Locale;

/** What became of the wish that a task should not run. */
public enum RevokeOutcome {
    /** Its message was taken out of the queue. */
    REMOVED,
    /** It is noted, and outlasts restarts: a worker that meets the task will not begin it. */
    FLAGGED,
    /** It runs, and is being interrupted. */
    CANCELLING,
    /** It has ended already; nothing was changed. */
    ALREADY_DONE;

    /** The outcome as the REST API says it, such as {@code already-done}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
