package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A CDI event before or after the execution of a task method. Observers receive it like this:
 *
 * <pre>{@code
 * void undelivered(@Observes @OfTask("mail.send") TaskHook.OnFailure failure) {
 *     alarm.raise(failure.request().id(), failure.thrown());
 * }
 * }</pre>
 *
 * <p>Observers, including asynchronous ones, are called on the worker's thread, one after another, in the task's log
 * context. Except for {@link BeforeStart}, they are called after the outcome has been stored, and once per execution
 * unless the server dies first. An exception from an observer is logged; it affects neither the task's state nor the
 * other observers. Celery: a task's {@code before_start}, {@code on_success}, {@code on_retry}, {@code on_failure} and
 * {@code after_return}.
 */
public sealed interface TaskHook {

    /** Returns the execution, which may be used from any thread. */
    TaskRequest request();

    /**
     * The task method is about to run. An exception from an observer does not fail the task, unlike in Celery's
     * {@code before_start}.
     *
     * @param request the execution
     */
    record BeforeStart(TaskRequest request) implements TaskHook {}

    /**
     * The task has succeeded. Celery: {@code on_success}.
     *
     * @param request the execution
     * @param result the return value of the task method; may be null
     * @param took how long the execution took
     */
    record OnSuccess(TaskRequest request, Object result, Duration took) implements TaskHook {}

    /**
     * The task will be retried. Celery: {@code on_retry}.
     *
     * @param request the execution that ended in the retry
     * @param cause the cause of the retry, if there is one
     * @param eta when the next execution is due
     */
    record OnRetry(TaskRequest request, Optional<Throwable> cause, Instant eta) implements TaskHook {}

    /**
     * The task has failed, and will not run again. Celery: {@code on_failure}.
     *
     * @param request the execution
     * @param thrown the exception that the task failed with
     * @param took how long the execution took
     */
    record OnFailure(TaskRequest request, Throwable thrown, Duration took) implements TaskHook {}

    /**
     * The task has succeeded or failed. Called after {@link OnSuccess} or {@link OnFailure}. Celery:
     * {@code after_return}.
     *
     * @param request the execution
     * @param state {@link TaskState#SUCCESS} or {@link TaskState#FAILURE}
     * @param thrown the exception that the task failed with, if it failed
     */
    record AfterReturn(TaskRequest request, TaskState state, Optional<Throwable> thrown) implements TaskHook {}
}
