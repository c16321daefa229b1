package no.abakus.tasks.operate;

/** The outcome of a request to start a bulk operation. */
public enum BulkStart {
    /** The operation was started. */
    STARTED,
    /** There is no such operation. */
    NOT_FOUND,
    /** The operation had already been started, or its preview is too old. */
    STALE
}
