package no.abakus.tasks;

/** What has become of a task. A final state is never left again. */
public enum TaskState {
    /** Nothing is known of it: never sent, its result ignored, or forgotten since. Celery: {@code PENDING}. */
    UNKNOWN(false),
    /** Sent, and not begun. Celery: {@code PENDING}. */
    QUEUED(false),
    /** A worker runs it. */
    STARTED(false),
    /** It ended; its result is there. */
    SUCCESS(true),
    /** It ended by an exception. */
    FAILURE(true),
    /** It asked to be run again, and waits for that. */
    RETRY(false),
    /** Somebody revoked it before it was begun, and no worker runs it. */
    REVOKED(true),
    /** It was not begun before it expired. Celery: {@code REVOKED}, with the reason {@code expired}. */
    EXPIRED(true),
    /** Its body threw {@link Ignore}: it has neither succeeded nor failed, and nothing follows. Celery: {@code IGNORED}. */
    IGNORED(true),
    /**
     * A worker could not read it; it lies in the dead-letter queue. Left only if an operator sends the dead letter once
     * more.
     */
    REJECTED(true);

    private final boolean isFinal;

    TaskState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return isFinal;
    }

    /** What Celery calls it, as the REST API shows it; a state that Celery does not have keeps its own name. */
    public String celeryName() {
        return this == UNKNOWN || this == QUEUED ? "PENDING" : name();
    }
}
