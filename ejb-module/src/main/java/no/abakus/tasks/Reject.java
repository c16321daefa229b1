package no.abakus.tasks;

/**
 * A task throws this exception to refuse its message. The message goes to the dead-letter queue, or back to its own
 * queue to be delivered again. The exception serves only as control flow, so it has no stack trace. It rolls back the
 * task's transaction, as any unchecked exception does. Celery: {@code Reject}.
 */
public final class Reject extends RuntimeException {

    private final boolean requeue;

    /**
     * Creates an exception that moves the message to the dead-letter queue. The task's state becomes
     * {@link TaskState#REJECTED}.
     *
     * @param reason the reason, which is stored in the dead letter
     */
    public Reject(String reason) {
        this(reason, false);
    }

    /**
     * Creates an exception that refuses the message.
     *
     * @param reason the reason
     * @param requeue whether the message goes back to the end of its queue after one second. The number of returns is
     *     not limited, so the task method must limit it
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
