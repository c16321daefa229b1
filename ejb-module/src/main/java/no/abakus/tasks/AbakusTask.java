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

    /** What {@link #name} and {@link #queue} hold where the author said nothing. */
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
}
