package no.abakus.tasks;

/** The state of a task. A final state never changes, except {@link #REJECTED}. */
public enum TaskState {
    /**
     * No record: the task was never sent, its result is ignored, or its record was deleted. Celery: {@code PENDING}.
     */
    UNKNOWN(false),
    /** Sent, but not started. Celery: {@code PENDING}. */
    QUEUED(false),
    /** A worker is running it. */
    STARTED(false),
    /** It ended, and its result is available. */
    SUCCESS(true),
    /** It ended with an exception. */
    FAILURE(true),
    /** It is waiting for a retry. */
    RETRY(false),
    /** It was revoked before it started, so no worker runs it. */
    REVOKED(true),
    /** It expired before it started. Celery: {@code REVOKED}, with the reason {@code expired}. */
    EXPIRED(true),
    /**
     * Its method threw {@link Ignore}: it has neither succeeded nor failed, and no links are sent. Celery:
     * {@code IGNORED}.
     */
    IGNORED(true),
    /**
     * Workers rejected it, for example because its message could not be read or its method threw {@link Reject}. It is
     * in the dead-letter queue. It leaves this state only if an operator resends the dead letter.
     */
    REJECTED(true);

    private final boolean isFinal;

    TaskState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether the task has ended. */
    public boolean isFinal() {
        return isFinal;
    }

    /** Celery's name for the state, as the REST API shows it. States that Celery does not have keep their own name. */
    public String celeryName() {
        return this == UNKNOWN || this == QUEUED ? "PENDING" : name();
    }
}
