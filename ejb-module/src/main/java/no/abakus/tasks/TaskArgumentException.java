package no.abakus.tasks;

/** The arguments of a call do not fit the task's parameters; nothing was sent. Celery: {@code TypeError}. */
public final class TaskArgumentException extends TaskException {

    public TaskArgumentException(String message) {
        this(message, null);
    }

    public TaskArgumentException(String message, Throwable cause) {
        super(message, cause);
    }
}
