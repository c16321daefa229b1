package no.abakus.tasks;

import java.util.Collection;
import java.util.List;

/**
 * The front door: sends tasks to their workers. Inject it where a task is to be sent; it is thread-safe and one for the
 * whole application. Celery: the task object with {@code delay} and {@code apply_async}, and {@code app.send_task}.
 *
 * <pre>{@code
 * @Inject Tasks tasks;
 *
 * tasks.delay(Mailer::send, "a@b.no", "hei");
 * tasks.call(Mailer::send, "a@b.no", "hei").countdown(Duration.ofMinutes(5)).applyAsync();
 * tasks.call("mail.send").args("a@b.no").kwargs(Map.of("subject", "hei")).applyAsync();
 * }</pre>
 *
 * <p>A send inside a JTA transaction joins it: the message exists when the transaction commits and never did when it
 * rolls back. Outside of one it is sent at once and kept by the broker when the method returns. The caller's log context
 * travels with it.
 */
public interface Tasks extends MethodCalls {

    /**
     * Begins a call by name. A task of this application is checked against its method's parameters when it is sent
     * (unless it is declared with {@code typing = false}); a name that is not known here is sent as it is, for a worker
     * of another application, if {@code queue} says where to.
     */
    TaskCall<Object> call(String task);

    /** An empty signature of the task of this name. Celery: {@code app.signature(name)}. */
    TaskSignature signature(String task);

    /**
     * Sends what the signature describes. Celery: {@code sig.apply_async()}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task
     * @throws TaskOptionException if an option is out of its range, or two contradict each other
     * @throws OperationalException if the broker does not take the message
     */
    AsyncResult<Object> applyAsync(Signature signature);

    /**
     * Sends all of these together: all or none, in one commit of one session, which is many times as fast as one by one. In the
     * caller's JTA transaction where there is one, else in one of its own, which {@link RetryPolicy#DEFAULT} tries again as a
     * whole. Everything is checked before anything is sent. Thousands are fine; all of them are held in memory meanwhile. What a
     * call says of {@code connection}, {@code retry}, {@code retry_policy} and {@code timeout} does not fit, and is refused.
     *
     * @return their handles, in the same order
     * @throws TaskArgumentException if the arguments of one do not fit its task
     * @throws TaskOptionException if an option of one is out of its range, or two contradict each other
     * @throws TaskNotFoundException if no task of a name is known here and no queue is named either
     * @throws OperationalException if the broker does not take them
     */
    <R> List<AsyncResult<R>> callAll(Collection<? extends TaskCall<R>> calls);

    /**
     * The handle of a task that was sent before, here or elsewhere; asks nobody whether there is one. Its result is read
     * as the task's method declares it where the task is known here. Celery: {@code AsyncResult(id)}.
     */
    AsyncResult<Object> result(String id);
}
