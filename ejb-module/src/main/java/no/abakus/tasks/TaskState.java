package no.abakus.tasks;

/** What has become of a task. A final state is never left again. */
public enum TaskState {
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
    /** A worker could not read it; it lies in the dead-letter queue. */
    REJECTED(true);

    private final boolean isFinal;

    TaskState(boolean isFinal) {
        this.isFinal = isFinal;
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return isFinal;
    }
}
