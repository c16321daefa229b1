package no.abakus.tasks;

/**
 * The handle of a task that was sent. Celery: {@code AsyncResult}.
 *
 * @param <R> the type of the task's result
 */
public interface AsyncResult<R> {

    /** The task's id, unique, and the same over all its retries. */
    String id();

    /** The task's name. */
    String task();
}
