package no.abakus.tasks;

/** When a task's message is acknowledged. This decides what happens to the task if its server dies. */
public enum Acks {
    /**
     * Before the body: the task runs at most once. It is handed to one of the node's few slots, and a listener takes no
     * more tasks than there are slots. If the server dies, the task is lost; if its result is wanted, its state becomes
     * FAILURE with a {@link WorkerLostException}. The start is written to the database, because no JMS broker reports
     * whether an acknowledgement arrived. Celery: {@code acks_late=False}.
     */
    EARLY,

    /**
     * After the outcome is stored: the task runs at least once, and again if the server dies, unless
     * {@link AbakusTask#rejectOnWorkerLost} says otherwise. The default. Celery: {@code acks_late=True}.
     */
    LATE,

    /**
     * After the commit of a JTA transaction that the worker begins and the body runs in. Everything is committed
     * together: the body's database work (a {@code @Transactional} method joins), the record that it has ended, its
     * result, and the tasks that it sends or that follow it.
     *
     * <p>If the server dies before the commit, nothing has happened and the task runs again. If it dies after, the
     * record shows that the task has ended. So no effect is ever visible twice. A body that throws undoes all its work,
     * whatever the exception. The database must be the one that holds the results, or take part in XA transactions.
     * Celery has no equivalent.
     */
    TRANSACTED
}
