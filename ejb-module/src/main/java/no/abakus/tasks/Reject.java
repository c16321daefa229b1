package no.abakus.tasks;

/**
 * Thrown by a task that does not take its message: it goes to the dead-letter queue, or back to its own queue for another
 * worker. Control flow, so it has no stack trace. A transaction of the task's is rolled back by it, as by any unchecked
 * exception. Celery: {@code Reject}.
 */
public final class Reject extends RuntimeException {

    private final boolean requeue;

    /**
     * A refusal that moves the message to the dead-letter queue; the task's state is {@link TaskState#REJECTED}.
     *
     * @param reason why; stands in the dead letter
     */
    public Reject(String reason) {
        this(reason, false);
    }

    /**
     * A refusal.
     *
     * @param reason why
     * @param requeue whether the message goes back to the end of its queue, after one second. Nothing bounds how often:
     *     the body has to
     */
    public Reject(String reason, boolean requeue) {
        super(reason, null, false, false);
        this.requeue = requeue;
    }

    /** Whether the message goes back to its queue. */
    public boolean requeue() {
        return requeue;
    }
}
