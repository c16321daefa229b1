package no.abakus.tasks;

/**
 * Thrown by a task that is to end as neither a success nor a failure. Its message is acknowledged, and neither links
 * nor error links are sent. If the result is wanted, the state becomes {@link TaskState#IGNORED}, and whoever waits for
 * the task gets a {@link TaskFailedException} that says so.
 *
 * <p>This is control flow, so it has no stack trace. It rolls back the task's transaction, as any unchecked exception
 * does. Celery: {@code Ignore}.
 */
public final class Ignore extends RuntimeException {

    /** Ends the task as neither a success nor a failure. */
    public Ignore() {
        this("The task asked to be ignored");
    }

    /** Ends the task as neither a success nor a failure, for this reason, which is logged. */
    public Ignore(String reason) {
        super(reason, null, false, false);
    }
}
