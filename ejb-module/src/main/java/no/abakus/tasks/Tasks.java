package no.abakus.tasks;

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
}
