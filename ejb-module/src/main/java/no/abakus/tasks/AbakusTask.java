package no.abakus.tasks;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean or a session bean a task. {@link Tasks} sends it, and a worker (a JMS message-driven
 * bean) runs it in the log context of its sender. Celery: {@code @app.task}.
 *
 * <p>The method must not be private, static or final, because a worker calls it through the bean's proxy. That way
 * {@code @Transactional}, security and your own interceptors apply. Calling the method directly is a plain call and
 * sends nothing.
 *
 * <p>On a method of an interface it makes no task, but declares one that another application has, so that both compile
 * against the interface: {@code tasks.call(Invoices::make, 17).application("billing")}. Only {@link #name}, which is
 * required there, and {@link #queue} count. The bean that runs the task has the annotation on its own method, too.
 *
 * <p>Use it on methods only. If a class of the application carries the annotation, the application does not start. The
 * compiler allows the annotation on classes only because Abakus's own interceptor class needs it.
 *
 * <p>Configuration can override every member except {@link #name} for each task, under
 * {@code abakus.tasks.task."<name>".<member-in-kebab-case>}. A call can override a member if {@link TaskCall} has an
 * option of the same name.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AbakusTask {

    /** The value of a member that is not set. */
    String UNSET = "";

    /**
     * The task's name; unique in the application. Default: the fully qualified class name, a dot and the method name,
     * much like Celery's default. Celery: {@code name}.
     */
    @Nonbinding
    String name() default UNSET;

    /**
     * The queue to which calls are sent. Default: {@code abakus.tasks.routing.default-queue}. Celery: {@code queue}.
     */
    @Nonbinding
    String queue() default UNSET;

    /** The JMS priority of the calls, 0 (last) to 9 (first). Default: 4, as in JMS. Celery: {@code priority}. */
    @Nonbinding
    int priority() default 4;

    /**
     * Whether a call by name is checked against the method's parameters before anything is sent. The compiler checks
     * calls by method reference. Default: true. Celery: {@code typing}.
     */
    @Nonbinding
    boolean typing() default true;

    /**
     * When the message is acknowledged. This decides what happens to the task if the server crashes. Default:
     * {@link Acks#LATE}. Celery: {@code acks_late}, whose default is the opposite.
     */
    @Nonbinding
    Acks acks() default Acks.LATE;

    /**
     * Whether the task is run again if its server died while the task was running. If false, the task fails with a
     * {@link WorkerLostException} and its error links are sent. To detect the server's death, the start of such a task
     * is written to the database before the method runs. Has no effect with {@link Acks#EARLY}, which never runs a task
     * again. Default: true. Celery: {@code reject_on_worker_lost}, whose default is the opposite.
     */
    @Nonbinding
    boolean rejectOnWorkerLost() default true;

    /**
     * How often the task may crash its server; at least 1. After that many crashes, it is not run again but becomes a
     * dead letter, which says what is known about the crashes. A crash counts against the task if it was the only
     * running task on the node, or the only one of the running tasks that had also been running at an earlier crash.
     * Default: 2. Celery has no equivalent.
     */
    @Nonbinding
    int maxDeliveries() default 2;

    /**
     * Whether the task goes back to its queue if its method failed because it could not connect to a database or
     * broker. If false, the task fails. A returned task is delivered again after a wait, to this node or another. The
     * waits grow from one second to one minute, and no retries are used up. After twenty returns, which take about a
     * quarter of an hour, the task fails.
     *
     * <p>{@link #autoretryFor} takes precedence. A task that must not run twice goes back only if it could not get a
     * connection at all. Any other task also goes back if it lost a connection that it was using. Default: true. Celery
     * has no equivalent.
     */
    @Nonbinding
    boolean requeueOnConnectionFailure() default true;

    /**
     * How many times the task may be retried, automatically or at its own request with {@link TaskRequest#retry()}: 3
     * means at most four executions, 0 means no retries, and -1 means no limit. Default: 3. Celery:
     * {@code max_retries}.
     */
    @Nonbinding
    int maxRetries() default 3;

    /**
     * The wait before a retry, as an ISO-8601 duration. A delay that the method gives to
     * {@link TaskRequest#retry(Duration)} takes precedence. Default: three minutes. Celery:
     * {@code default_retry_delay}.
     */
    @Nonbinding
    String retryDelay() default "PT3M";

    /**
     * The exceptions, including their subclasses, after which the task is retried automatically, up to
     * {@link #maxRetries} times. After the last retry, the task fails with the last exception. {@link Ignore},
     * {@link Reject} and the hard {@link TimeLimitExceeded} are never retried. Default: none. Celery:
     * {@code autoretry_for}.
     */
    @Nonbinding
    Class<? extends Throwable>[] autoretryFor() default {};

    /**
     * The exceptions after which the task is not retried even if {@link #autoretryFor} covers them. Default: none.
     * Celery: {@code dont_autoretry_for}.
     */
    @Nonbinding
    Class<? extends Throwable>[] dontAutoretryFor() default {};

    /**
     * Whether the wait doubles with each retry. If true, this replaces {@link #retryDelay}. A delay that the method
     * gives in its request for a retry takes precedence. Default: false. Celery: {@code retry_backoff}.
     */
    @Nonbinding
    boolean retryBackoff() default false;

    /**
     * The first wait with {@link #retryBackoff}, as an ISO-8601 duration. Default: one second. Celery: the number given
     * to {@code retry_backoff}.
     */
    @Nonbinding
    String retryBackoffFactor() default "PT1S";

    /**
     * The longest wait with {@link #retryBackoff}, as an ISO-8601 duration. Default: ten minutes. Celery:
     * {@code retry_backoff_max}.
     */
    @Nonbinding
    String retryBackoffMax() default "PT10M";

    /**
     * Whether each wait with {@link #retryBackoff} is shortened at random, by up to one half, so that tasks that failed
     * together are not retried together. Default: true. Celery: {@code retry_jitter}, which may shorten the wait to
     * nothing.
     */
    @Nonbinding
    boolean retryJitter() default true;

    /**
     * The expected exceptions, including their subclasses. The task fails with them, but the failure is logged at level
     * info without a stack trace. Default: none. Celery: {@code throws}.
     */
    @Nonbinding
    Class<? extends Throwable>[] throwsExpected() default {};

    /**
     * How often the task may start, as a number followed by {@code /s}, {@code /m}, {@code /h} or {@code /d}, such as
     * {@code 100/m}. A number without a unit is per second. Executions above the limit wait at the broker, and then
     * start at even intervals. They keep their id, use up no retries and do not block other tasks. Retries count
     * towards the limit. Default: no limit. Celery: {@code rate_limit}.
     */
    @Nonbinding
    String rateLimit() default UNSET;

    /** Whether {@link #rateLimit} applies to each node or to all nodes together. Default: each node, as in Celery. */
    @Nonbinding
    RateLimitScope rateLimitScope() default RateLimitScope.NODE;

    /**
     * How many executions may start at the same time to make up for turns that were not used. With 1, executions start
     * at even intervals, as in Celery. Default: 1.
     */
    @Nonbinding
    int rateLimitBurst() default 1;

    /**
     * The key by which the {@link #rateLimit} is split: calls with different values have separate limits. Write the
     * name of a parameter, or {@code context:} followed by a key of the log context, such as {@code context:tenant}.
     * Default: one limit for all calls.
     */
    @Nonbinding
    String rateLimitKey() default UNSET;

    /**
     * The name of the serializer that writes the arguments. Default: {@code abakus.tasks.body.serializer}. Celery:
     * {@code serializer}.
     */
    @Nonbinding
    String serializer() default UNSET;

    /**
     * The name of the compressor for the message bodies. Default: {@code abakus.tasks.body.compression}. Celery: {@code
     * compression}.
     */
    @Nonbinding
    String compression() default UNSET;

    /**
     * The time from sending a call until it expires, as an ISO-8601 duration. An expired call is not run. Default:
     * calls never expire. Celery: {@code expires}.
     */
    @Nonbinding
    String expires() default UNSET;

    /**
     * The longest time that one execution may take, as an ISO-8601 duration in whole milliseconds. After that, the task
     * fails with {@link TimeLimitExceeded}, even if its method is still running. The method is interrupted, and its
     * thread is abandoned. Default: no limit. Celery: {@code time_limit}.
     */
    @Nonbinding
    String timeLimit() default UNSET;

    /**
     * How long an execution may take before it is asked to stop, as an ISO-8601 duration in whole milliseconds. It must
     * not be longer than {@link #timeLimit}. After this time, the thread is interrupted, and
     * {@link TaskRequest#checkpoint()} throws {@link SoftTimeLimitExceeded}. The method may clean up, return a partial
     * result, or request a retry. Default: no limit. Celery: {@code soft_time_limit}.
     */
    @Nonbinding
    String softTimeLimit() default UNSET;

    /**
     * Whether the result is not needed. If true, neither the state nor the result is stored. {@link AsyncResult#get}
     * then returns null immediately, and the task's state is {@link TaskState#UNKNOWN}. Default: true. Celery:
     * {@code ignore_result}.
     */
    @Nonbinding
    boolean ignoreResult() default true;

    /**
     * Whether a failure is stored even if the result is ignored. Default: false. Celery:
     * {@code store_errors_even_if_ignored}.
     */
    @Nonbinding
    boolean storeErrorsEvenIfIgnored() default false;

    /**
     * Whether the state {@link TaskState#STARTED} is stored, together with the node and the time. Has no effect if the
     * result is ignored. Default: true. Celery: {@code track_started}.
     */
    @Nonbinding
    boolean trackStarted() default true;

    /**
     * Whether the ids of the tasks that this task sends are stored with its result as its children. Default: true.
     * Celery: {@code trail}.
     */
    @Nonbinding
    boolean trail() default true;

    /**
     * How long the result is kept after the task has ended, as an ISO-8601 duration. Default:
     * {@code abakus.tasks.result.retention}. Celery: {@code result_expires}, which is the same for all tasks.
     */
    @Nonbinding
    String resultRetention() default UNSET;

    /**
     * Whether the history keeps the message body of a failed execution, so that an operator can send the task again.
     * Set this to false if the arguments must not be stored. Default: true. Celery has no equivalent.
     */
    @Nonbinding
    boolean keepFailed() default true;
}
