package no.abakus.tasks;

/** When a task's message is acknowledged, and so what becomes of the task if its server dies. */
public enum Acks {
    /**
     * Before the body: the task runs at most once. It is handed to one of a node's few slots, and a listener takes no more
     * than there are slots for. If the server dies, the task is gone, and where its result is wanted its state becomes
     * FAILURE, by a {@link WorkerLostException}. That it has begun is written to the database, because no JMS broker tells
     * whether an acknowledgement has arrived. Celery: {@code acks_late=False}.
     */
    EARLY,

    /**
     * After its outcome is kept: the task runs at least once, and again if the server dies, unless {@link
     * AbakusTask#rejectOnWorkerLost} says otherwise. The default. Celery: {@code acks_late=True}.
     */
    LATE,

    /**
     * After a JTA transaction of the worker's own, in which the body runs. Its database work (a {@code @Transactional} method
     * joins), the record that it has ended, its result, and what it sends or what follows it are committed together. If the
     * server dies before, nothing has happened and the task runs again; if it dies after, the record says so: no effect is
     * ever seen twice. A body that throws undoes all its work, whatever the exception. The database has to be the one of the
     * results, or one that takes part in XA transactions. Celery has nothing like it.
     */
    TRANSACTED
}
