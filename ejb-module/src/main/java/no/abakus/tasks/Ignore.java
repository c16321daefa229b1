package no.abakus.tasks;

/**
 * Thrown by a task that does not want to have happened: its message is acknowledged, and neither what follows success nor what
 * follows failure is sent. Where the result is wanted, the task ends as {@link TaskState#IGNORED}, and whoever waits for it gets a
 * {@link TaskFailedException} that says so. Control flow, so it has no stack trace. A transaction of the task's
 * is rolled back by it, as by any unchecked exception. Celery: {@code Ignore}.
 */
public final class Ignore extends RuntimeException {

    /** An end that is neither success nor failure. */
    public Ignore() {
        this("The task does not want to have happened");
    }

    /** An end that is neither success nor failure, and why; the log tells it. */
    public Ignore(String reason) {
        super(reason, null, false, false);
    }
}
