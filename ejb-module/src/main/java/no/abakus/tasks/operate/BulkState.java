package no.abakus.tasks.operate;

import java.util.Locale;

/** The state of a bulk operation. */
public enum BulkState {
    /** The tasks or dead letters were counted, and nothing else has happened. */
    PREVIEW,
    /** A node is carrying the operation out. */
    RUNNING,
    /**
     * An operator or an unexpected error stopped the operation. The tasks or dead letters that it had not reached are
     * unchanged.
     */
    STOPPED,
    /** The operation has reached everything that it selected. */
    DONE;

    /** Returns the state as the REST API writes it, such as {@code running}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
