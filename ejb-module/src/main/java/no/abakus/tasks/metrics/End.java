package no.abakus.tasks.metrics;

import java.util.Locale;

/** How an execution ended, or how a task ended without an execution. */
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
