package no.abakus.tasks.operate;

import java.util.Locale;

/** The state of a bulk operation. */
public enum BulkState {
    /** It was counted, and nothing else has happened. */
    PREVIEW,
    /** A node is carrying it out. */
    RUNNING,
    /** An operator stopped it; what it had not reached is unchanged. */
    STOPPED,
    /** It has reached everything that it selected. */
    DONE;

    /** The state as the REST API writes it, such as {@code running}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
