package no.abakus.tasks;

import java.util.Collection;
import java.util.List;

/**
 * The entry point: sends tasks to workers. Inject it wherever a task is to be sent; one thread-safe instance serves the
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
 * <p>A send inside a JTA transaction joins it: the message exists once the transaction commits, and never if it rolls
 * back. Outside a transaction the task is sent immediately, and the broker has it when the method returns. The caller's
 * log context travels with the task.
 */
public interface Tasks extends MethodCalls {

    /**
     * Begins a call by name. When it is sent, a task of this application is checked against its method's parameters,
     * unless it is declared with {@code typing = false}. A name that is not known here is sent unchecked, to a worker
     * of another application, if {@code queue} is set.
     */
    TaskCall<Object> call(String task);

    /** A signature of the task of this name, without arguments. Celery: {@code app.signature(name)}. */
    TaskSignature signature(String task);

    /**
     * Sends the task that the signature describes. Celery: {@code sig.apply_async()}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task
     * @throws TaskOptionException if an option is out of range, or two contradict each other
     * @throws TaskNotFoundException if no task of this name is known here, and no queue is given
     * @throws OperationalException if the broker does not accept the message
     */
    AsyncResult<Object> applyAsync(Signature signature);

    /**
     * Sends all of these calls or none, in one commit of one session, which is many times faster than one by one. If
     * the caller has a JTA transaction, they are sent in it. Otherwise they are sent in a transaction of their own,
     * which is retried as a whole according to {@link RetryPolicy#DEFAULT}.
     *
     * <p>Everything is checked before anything is sent. Thousands of calls are fine; all of them are held in memory
     * meanwhile. The options {@code connection}, {@code retry}, {@code retry_policy} and {@code timeout} are refused
     * here.
     *
     * @return their handles, in the same order
     * @throws TaskArgumentException if the arguments of a call do not fit its task
     * @throws TaskOptionException if an option of a call is out of range or refused here, or two contradict each other
     * @throws TaskNotFoundException if a task is not known here, and its call gives no queue
     * @throws OperationalException if the broker does not accept the messages
     */
    <R> List<AsyncResult<R>> callAll(Collection<? extends TaskCall<R>> calls);

    /**
     * The handle of a task that was sent before, here or elsewhere; does not check whether it exists. If the task is
     * known here, its result is read as the type its method declares. Celery: {@code AsyncResult(id)}.
     *
     * @throws TaskOptionException if the id is blank
     */
    AsyncResult<Object> result(String id);
}
