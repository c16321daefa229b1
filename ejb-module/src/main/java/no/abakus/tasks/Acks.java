package no.abakus.tasks;

/** When a task's message is acknowledged. This decides what happens to the task if its server dies. */
public enum Acks {
    /**
     * The message is acknowledged before the task method runs, so the task runs at most once. Each node has a few slots
     * for such tasks, and its listeners accept no more of these tasks than it has slots. If the server dies, the task
     * is lost. Its state then becomes FAILURE with a {@link WorkerLostException}, unless its result is ignored. Before
     * the task method runs, the start is also written to the database, because a JMS client cannot tell whether its
     * acknowledgement reached the broker. Celery: {@code acks_late=False}.
     */
    EARLY,

    /**
     * The message is acknowledged after the outcome is stored, so the task runs at least once. It runs again if the
     * server dies, unless {@link AbakusTask#rejectOnWorkerLost} says otherwise. This is the default. Celery:
     * {@code acks_late=True}.
     */
    LATE,

    /**
     * The message is acknowledged at the commit of the JTA transaction in which the worker runs the task method.
     * Everything is committed together: the method's database work (a {@code @Transactional} method joins the
     * transaction), the record that the task has ended, its result, and the tasks that it sends or that follow it.
     *
     * <p>If the server dies before the commit, nothing has happened and the task runs again. If it dies after the
     * commit, the record shows that the task has ended. So the method's database work is never committed twice. Any
     * exception from the task method rolls back all its work. The database must be the one that holds the results, or
     * take part in XA transactions. Celery has no equivalent.
     */
    TRANSACTED
}
