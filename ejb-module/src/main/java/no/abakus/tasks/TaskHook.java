package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An event around the body of a task, which CDI observers can receive:
 *
 * <pre>{@code
 * void undelivered(@Observes @OfTask("mail.send") TaskHook.OnFailure failure) {
 *     alarm.raise(failure.request().id(), failure.thrown());
 * }
 * }</pre>
 *
 * <p>Observers are called on the worker's thread, one after another, in the task's log context, and after the outcome
 * they report has been stored; asynchronous observers too. They are called once per execution, unless the server dies
 * before. An exception from an observer is logged and changes nothing: neither the task's state nor which other
 * observers are called. Celery: a task's {@code before_start}, {@code on_success}, {@code on_retry}, {@code on_failure}
 * and {@code after_return}.
 */
public sealed interface TaskHook {

    /** The execution; may be used from any thread. */
    TaskRequest request();

    /**
     * The body is about to run. Celery: {@code before_start}, which fails the task if it throws; here it does not.
     *
     * @param request the execution
     */
    record BeforeStart(TaskRequest request) implements TaskHook {}

    /**
     * The task has succeeded. Celery: {@code on_success}.
     *
     * @param request the execution
     * @param result what the body returned; may be null
     * @param took how long the execution took
     */
    record OnSuccess(TaskRequest request, Object result, Duration took) implements TaskHook {}

    /**
     * The task will run again. Celery: {@code on_retry}.
     *
     * @param request the execution that asked for another one
     * @param cause why, if it gave a cause
     * @param eta when the next execution is due
     */
    record OnRetry(TaskRequest request, Optional<Throwable> cause, Instant eta) implements TaskHook {}

    /**
     * The task has failed, and will not run again. Celery: {@code on_failure}.
     *
     * @param request the execution
     * @param thrown what it failed with
     * @param took how long the execution took
     */
    record OnFailure(TaskRequest request, Throwable thrown, Duration took) implements TaskHook {}

    /**
     * The task has succeeded or failed. Called after {@link OnSuccess} or {@link OnFailure}. Celery:
     * {@code after_return}.
     *
     * @param request the execution
     * @param state {@link TaskState#SUCCESS} or {@link TaskState#FAILURE}
     * @param thrown what it failed with, if it failed
     */
    record AfterReturn(TaskRequest request, TaskState state, Optional<Throwable> thrown) implements TaskHook {}
}
