package no.abakus.tasks;

/** The state of a task. A final state never changes, except {@link #REJECTED}. */
public enum TaskState {
    /** Nothing is known about the task: never sent, its result ignored, or forgotten since. Celery: {@code PENDING}. */
    UNKNOWN(false),
    /** Sent, but not begun. Celery: {@code PENDING}. */
    QUEUED(false),
    /** A worker is running it. */
    STARTED(false),
    /** It ended, and its result is available. */
    SUCCESS(true),
    /** It ended with an exception. */
    FAILURE(true),
    /** It asked to be run again, and waits for that. */
    RETRY(false),
    /** It was revoked before it began, so no worker runs it. */
    REVOKED(true),
    /** It expired before it began. Celery: {@code REVOKED}, with the reason {@code expired}. */
    EXPIRED(true),
    /**
     * Its body threw {@link Ignore}: it has neither succeeded nor failed, and no links are sent. Celery:
     * {@code IGNORED}.
     */
    IGNORED(true),
    /**
     * No worker would take it, for example because its message could not be read or its body threw {@link Reject}. It
     * is in the dead-letter queue. It leaves this state only if an operator resends the dead letter.
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

    /** Celery's name for the state, as the REST API shows it. A state that Celery does not have keeps its own name. */
    public String celeryName() {
        return this == UNKNOWN || this == QUEUED ? "PENDING" : name();
    }
}
