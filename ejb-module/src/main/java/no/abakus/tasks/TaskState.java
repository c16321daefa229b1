package no.abakus.tasks;

/** The state of a task. A final state never changes, except {@link #REJECTED}. */
public enum TaskState {
    /**
     * The task has no record, because it was never sent, its result is ignored, or its record was deleted. Celery:
     * {@code PENDING}.
     */
    UNKNOWN(false),
    /** The task was sent, but has not started. Celery: {@code PENDING}. */
    QUEUED(false),
    /** A worker is running the task. */
    STARTED(false),
    /** The task has ended, and its result is available. */
    SUCCESS(true),
    /** The task has ended with an exception. */
    FAILURE(true),
    /** The task is waiting for a retry. */
    RETRY(false),
    /** The task was revoked before it started or before its retry, or terminated while it was running. */
    REVOKED(true),
    /**
     * The task expired before it started or before its retry. Celery: {@code REVOKED}, with the reason {@code expired}.
     */
    EXPIRED(true),
    /**
     * The task method threw {@link Ignore}, so the task has neither succeeded nor failed, and no links are sent.
     * Celery: {@code IGNORED}.
     */
    IGNORED(true),
    /**
     * Workers rejected the task, for example because its message could not be read or its method threw {@link Reject}.
     * The message is in the dead-letter queue, unless it was already acknowledged ({@link Acks#EARLY}). The task leaves
     * this state only if an operator resends the dead letter.
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

    /**
     * Returns Celery's name for the state, as the REST API shows it. States that Celery does not have keep their own
     * name.
     */
    public String celeryName() {
        return this == UNKNOWN || this == QUEUED ? "PENDING" : name();
    }
}
