package no.abakus.tasks;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean (or of a session bean) a task: it can be sent by {@link Tasks} and is then run by a
 * worker, a JMS message-driven bean, in the log context of its sender. Celery: {@code @app.task}.
 *
 * <p>The method must be neither private, static nor final, since a worker calls it through the bean's proxy: so
 * {@code @Transactional}, security and the user's own interceptors apply. Calling it directly is a plain call and
 * sends nothing.
 *
 * <p>It belongs on methods; on a type it is refused at start, and allowed to the compiler only because the interceptor that
 * it binds has to carry it.
 *
 * <p>Every member can be overridden per task by configuration, under
 * {@code abakus.tasks.task."<name>".<member-in-kebab-case>}, and where {@link TaskCall} has an option of the same name,
 * by the call.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AbakusTask {

    /** What a member holds of which the author said nothing. */
    String UNSET = "";

    /**
     * The name under which the task is sent and found; unique in the application. Default: the class's full name, a dot
     * and the method's name, as Celery joins module and function. Celery: {@code name}.
     */
    @Nonbinding
    String name() default UNSET;

    /**
     * The queue that calls go to. Default: {@code abakus.tasks.routing.default-queue}. Celery: {@code queue}.
     */
    @Nonbinding
    String queue() default UNSET;

    /**
     * JMS priority of the calls, 0 (last) to 9 (first). Default: 4, JMS's own. Celery: {@code priority}.
     */
    @Nonbinding
    int priority() default 4;

    /**
     * Whether a call by name is checked against the method's parameters before anything is sent; a call by method
     * reference is checked by the compiler. Default: true. Celery: {@code typing}.
     */
    @Nonbinding
    boolean typing() default true;

    /**
     * When the message is acknowledged, and so what a crash of the server does. Default: {@link Acks#LATE}. Celery: {@code
     * acks_late}, whose default is the opposite.
     */
    @Nonbinding
    Acks acks() default Acks.LATE;

    /**
     * Whether a task whose server died while it ran is run again. If not, it fails by a {@link WorkerLostException}, and its
     * error links follow; that it has begun is then written to the database before its body. Of no effect with {@link
     * Acks#EARLY}, which never runs a task again. Default: true. Celery: {@code reject_on_worker_lost}, whose default is the
     * opposite.
     */
    @Nonbinding
    boolean rejectOnWorkerLost() default true;

    /**
     * How often a task may take its server down with it before it becomes a dead letter, with what is known of it, instead of
     * being run again: 1 or more. A death counts against the task if nothing else ran on the node, or nothing else that had
     * been running at an earlier death. Default: 2. Celery has nothing like it.
     */
    @Nonbinding
    int maxDeliveries() default 2;

    /**
     * Whether the task goes back to its queue, instead of failing, if its body threw because it could get no connection to a database
     * or broker: for another node, or for later. It waits longer each time and uses up no retries; after twenty times, about a
     * quarter of an hour, it fails. {@link #autoretryFor} goes first. A task that never runs twice goes back only if the
     * connection could not be had at all; any other one also if it was lost in use. Default: true. Celery has nothing like it.
     */
    @Nonbinding
    boolean requeueOnConnectionFailure() default true;

    /**
     * How often a task may ask to be run again by {@link TaskRequest#retry()}: 3 means at most four executions, 0 none,
     * -1 no limit. Default: 3. Celery: {@code max_retries}.
     */
    @Nonbinding
    int maxRetries() default 3;

    /**
     * How long {@link TaskRequest#retry()} waits where the caller names no delay: an ISO-8601 duration. Default: three
     * minutes. Celery: {@code default_retry_delay}.
     */
    @Nonbinding
    String retryDelay() default "PT3M";

    /**
     * The exceptions, and their subclasses, after which the task is run again without having asked, as often as {@link
     * #maxRetries} allow; then it fails with the last of them. Not for {@link Ignore}, {@link Reject} and the hard {@link
     * TimeLimitExceeded}. Default: none. Celery: {@code autoretry_for}.
     */
    @Nonbinding
    Class<? extends Throwable>[] autoretryFor() default {};

    /**
     * The exceptions after which it is not run again, although {@link #autoretryFor} has them. Default: none. Celery:
     * {@code dont_autoretry_for}.
     */
    @Nonbinding
    Class<? extends Throwable>[] dontAutoretryFor() default {};

    /**
     * Whether the waiting for the next execution doubles from retry to retry, where neither the body nor the call says how
     * long it is; {@link #retryDelay} is not used then. Default: false. Celery: {@code retry_backoff}.
     */
    @Nonbinding
    boolean retryBackoff() default false;

    /**
     * How long the first waiting is with {@link #retryBackoff}: an ISO-8601 duration. Default: one second. Celery: the
     * number given to {@code retry_backoff}.
     */
    @Nonbinding
    String retryBackoffFactor() default "PT1S";

    /**
     * The longest waiting with {@link #retryBackoff}: an ISO-8601 duration. Default: ten minutes. Celery: {@code
     * retry_backoff_max}.
     */
    @Nonbinding
    String retryBackoffMax() default "PT10M";

    /**
     * Whether the waiting with {@link #retryBackoff} is spread at random over its second half, so that many that failed
     * together do not come back together. Default: true. Celery: {@code retry_jitter}, which may be as short as nothing.
     */
    @Nonbinding
    boolean retryJitter() default true;

    /**
     * The exceptions, and their subclasses, that are an expected end: the task fails by them, and the log tells it at level
     * info and without a stack. Default: none. Celery: {@code throws}.
     */
    @Nonbinding
    Class<? extends Throwable>[] throwsExpected() default {};

    /**
     * How often the task may begin: a number and {@code /s}, {@code /m}, {@code /h} or {@code /d}, such as {@code 100/m};
     * per second where nothing is said. Whatever comes too early waits for its turn at the broker, evenly spaced; it keeps
     * its id, uses up none of its retries, and holds nothing else up. Executions that were asked for by a retry count.
     * Default: no limit. Celery: {@code rate_limit}.
     */
    @Nonbinding
    String rateLimit() default UNSET;

    /** Whether each node or all nodes together keep to {@link #rateLimit}. Default: each node, as in Celery. */
    @Nonbinding
    RateLimitScope rateLimitScope() default RateLimitScope.NODE;

    /**
     * How many may begin at once after a pause that long; 1 spaces them evenly, as Celery does. Default: 1.
     */
    @Nonbinding
    int rateLimitBurst() default 1;

    /**
     * What has a {@link #rateLimit} of its own: the name of a parameter, or {@code context:} and a key of the log context,
     * such as {@code context:tenant}. Default: one limit for all calls.
     */
    @Nonbinding
    String rateLimitKey() default UNSET;

    /**
     * What the calls' arguments are written in: the name of a serializer. Default: {@code
     * abakus.tasks.body.serializer}. Celery: {@code serializer}.
     */
    @Nonbinding
    String serializer() default UNSET;

    /**
     * What the calls' bodies are compressed with: the name of a compressor. Default: nothing. Celery: {@code compression}.
     */
    @Nonbinding
    String compression() default UNSET;

    /**
     * How long after its sending a call is not to be run any more: an ISO-8601 duration. Default: it never expires.
     * Celery: {@code expires}.
     */
    @Nonbinding
    String expires() default UNSET;

    /**
     * The most that one execution may take: an ISO-8601 duration in whole milliseconds. The task has
     * failed then, by {@link TimeLimitExceeded}, whatever its body still does: it is interrupted, and its thread given up. Default:
     * no limit. Celery: {@code time_limit}.
     */
    @Nonbinding
    String timeLimit() default UNSET;

    /**
     * After which an execution is asked to end: an ISO-8601 duration in whole milliseconds, not beyond {@link #timeLimit}.
     * Its thread is interrupted, and {@link TaskRequest#checkpoint()} throws {@link SoftTimeLimitExceeded}; the body may clean
     * up, answer what it has, or ask to be run again. Default: no limit. Celery: {@code soft_time_limit}.
     */
    @Nonbinding
    String softTimeLimit() default UNSET;

    /**
     * Whether nobody wants the result. Then nothing is written to the database: {@link AsyncResult#get} answers null at
     * once, and the task's state is not known later. Default: true. Celery: {@code ignore_result}.
     */
    @Nonbinding
    boolean ignoreResult() default true;

    /**
     * Whether a failure is kept although results are ignored. Default: false. Celery: {@code store_errors_even_if_ignored}.
     */
    @Nonbinding
    boolean storeErrorsEvenIfIgnored() default false;

    /**
     * Whether the state {@link TaskState#STARTED} is kept, with node and time; only where the result is not ignored.
     * Default: true. Celery: {@code track_started}.
     */
    @Nonbinding
    boolean trackStarted() default true;

    /**
     * Whether the ids of the tasks that it sends are kept with its result, as its children. Default: true. Celery:
     * {@code trail}.
     */
    @Nonbinding
    boolean trail() default true;

    /**
     * How long its result is kept after it has ended: an ISO-8601 duration. Default:
     * {@code abakus.tasks.result.retention}. Celery: {@code result_expires}, which is one for all tasks.
     */
    @Nonbinding
    String resultRetention() default UNSET;
}
