package no.abakus.tasks;

/**
 * Thrown by a task that does not want to have happened: its message is acknowledged, nothing is written of it, and neither
 * what follows success nor what follows failure is sent. Control flow, so it has no stack trace. A transaction of the task's
 * is rolled back by it, as by any unchecked exception. Celery: {@code Ignore}.
 */
public final class Ignore extends RuntimeException {

    /** An end without a state. */
    public Ignore() {
        this("The task does not want to have happened");
    }

    /** An end without a state, and why; the log tells it. */
    public Ignore(String reason) {
        super(reason, null, false, false);
    }
}
