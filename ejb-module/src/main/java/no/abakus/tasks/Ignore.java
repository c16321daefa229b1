package no.abakus.tasks;

/**
 * A task throws this exception to end as neither a success nor a failure. Its message is acknowledged, and neither
 * links nor error links are sent. Unless the result is ignored, the state becomes {@link TaskState#IGNORED}, and
 * callers that wait for the task get a {@link TaskFailedException} with that state.
 *
 * <p>The exception serves only as control flow, so it has no stack trace. It rolls back the task's transaction, as any
 * unchecked exception does. Celery: {@code Ignore}.
 */
public final class Ignore extends RuntimeException {

    /** Creates an exception that ends the task as neither a success nor a failure. */
    public Ignore() {
        this("The task asked to be ignored");
    }

    /** Creates an exception that ends the task as neither a success nor a failure. The reason is logged. */
    public Ignore(String reason) {
        super(reason, null, false, false);
    }
}
