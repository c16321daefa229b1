package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened around the body of a task, told to whoever observes it with CDI:
 *
 * <pre>{@code
 * void undelivered(@Observes @OfTask("mail.send") TaskHook.OnFailure failure) {
 *     alarm.raise(failure.request().id(), failure.thrown());
 * }
 * }</pre>
 *
 * <p>Observers are called on the worker's thread, one after another, in the task's log context and after what they tell of is
 * kept; one that observes asynchronously is called so all the same. They are called once for each execution, unless the
 * server dies meanwhile. What they throw is logged and changes nothing: neither the task's state nor whether others are called.
 * Celery: {@code before_start}, {@code on_success}, {@code on_retry}, {@code on_failure} and {@code after_return} of a task.
 */
public sealed interface TaskHook {

    /** The execution; may be asked on any thread. */
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
     * @param cause why, if it was said
     * @param eta when
     */
    record OnRetry(TaskRequest request, Optional<Throwable> cause, Instant eta) implements TaskHook {}

    /**
     * The task has failed, and will not run again. Celery: {@code on_failure}.
     *
     * @param request the execution
     * @param thrown what it failed by
     * @param took how long the execution took
     */
    record OnFailure(TaskRequest request, Throwable thrown, Duration took) implements TaskHook {}

    /**
     * The task has succeeded or failed; comes after the event that says which. Celery: {@code after_return}.
     *
     * @param request the execution
     * @param state {@link TaskState#SUCCESS} or {@link TaskState#FAILURE}
     * @param thrown what it failed by, if it did
     */
    record AfterReturn(TaskRequest request, TaskState state, Optional<Throwable> thrown) implements TaskHook {}
}
