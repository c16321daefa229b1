package no.abakus.tasks.metrics;

import java.util.Locale;

/** How an execution ends, or why there is none. */
enum End {
    SUCCEEDED,
    FAILED,
    RETRIED,
    IGNORED,
    REQUEUED,
    REJECTED,
    REVOKED,
    EXPIRED;

    /** Its name as an attribute. */
    String state() {
        return name().toLowerCase(Locale.ROOT);
    }
}
