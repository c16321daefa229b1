package no.abakus.tasks.metrics;

import java.util.Locale;

/** How a task ended, with or without an execution. */
enum End {
    SUCCEEDED,
    FAILED,
    RETRIED,
    IGNORED,
    REQUEUED,
    REJECTED,
    REVOKED,
    EXPIRED;

    /** Returns the name as the value of an attribute. */
    String state() {
        return name().toLowerCase(Locale.ROOT);
    }
}
