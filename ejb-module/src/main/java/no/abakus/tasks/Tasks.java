package no.abakus.tasks;

import java.util.Collection;
import java.util.List;

/**
 * The entry point, which sends tasks to workers. Inject it into any bean that sends tasks. One thread-safe instance
 * serves the whole application. Celery: the task object with {@code delay} and {@code apply_async}, and
 * {@code app.send_task}.
 *
 * <pre>{@code
 * @Inject Tasks tasks;
 *
 * tasks.delay(Mailer::send, "a@b.no", "hei");
 * tasks.call(Mailer::send, "a@b.no", "hei").countdown(Duration.ofMinutes(5)).applyAsync();
 * tasks.call("mail.send").args("a@b.no").kwargs(Map.of("subject", "hei")).applyAsync();
 * }</pre>
 *
 * <p>A send inside a JTA transaction joins the transaction. The message is sent when the transaction commits, and not
 * at all if it rolls back. Outside a transaction, the task is sent immediately, and the broker has it when the method
 * returns. The caller's log context travels with the task.
 */
public interface Tasks extends DelayByMethod, CallByMethod, SignatureByMethod {

    /**
     * Prepares a call by name. If the task belongs to this application, its arguments are checked when the call is
     * sent, unless the task is declared with {@code typing = false}. A call of an unknown task is sent unchecked to a
     * worker of another application, but only if a queue, an exchange, a routing key or an application is given.
     */
    TaskCall<Object> call(String task);

    /** Returns a signature of the task with this name, without arguments. Celery: {@code app.signature(name)}. */
    TaskSignature signature(String task);

    /**
     * Sends the task that the signature describes. Celery: {@code sig.apply_async()}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task
     * @throws TaskOptionException if an option is out of range, or two options contradict each other
     * @throws TaskNotFoundException if no task of this name is known here, and no queue, exchange, routing key or
     *     application is given
     * @throws OperationalException if the broker does not accept the message
     */
    AsyncResult<Object> applyAsync(Signature signature);

    /**
     * Sends either all of these calls or none of them, in one commit of one session. This is many times faster than
     * sending the calls one by one. If the caller has a JTA transaction, the calls join that transaction. Otherwise
     * they are sent in their own transaction, which is retried as a whole according to {@link RetryPolicy#DEFAULT}.
     *
     * <p>Everything is checked before anything is sent. All calls are held in memory until they are sent, so send at
     * most a few thousand at once. The options {@code connection}, {@code retry}, {@code retry_policy} and
     * {@code timeout} are refused here.
     *
     * @return the handles of the tasks, in the order of the calls
     * @throws TaskArgumentException if the arguments of a call do not fit its task
     * @throws TaskOptionException if an option of a call is out of range or refused here, or two options contradict
     *     each other
     * @throws TaskNotFoundException if a task is not known here, and its call gives no queue, exchange, routing key or
     *     application
     * @throws OperationalException if the broker does not accept the messages
     */
    <R> List<AsyncResult<R>> callAll(Collection<? extends TaskCall<R>> calls);

    /**
     * Returns the handle of a task that was sent before, here or elsewhere. Does not check whether the task exists. If
     * the task is known here, its result is read as the type that its method declares. Celery: {@code AsyncResult(id)}.
     *
     * @throws TaskOptionException if the id is blank
     */
    AsyncResult<Object> result(String id);
}
