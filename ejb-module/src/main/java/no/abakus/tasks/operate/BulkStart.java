package no.abakus.tasks.operate;

/** The outcome of a request to start a bulk operation. */
public enum BulkStart {
    /** It was started. */
    STARTED,
    /** There is no such operation. */
    NOT_FOUND,
    /** It was started before, or its preview is too old. */
    STALE
}
