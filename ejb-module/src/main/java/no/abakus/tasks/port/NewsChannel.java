package no.abakus.tasks.port;

/** Tells all nodes about state changes of tasks. Thread-safe. */
@FunctionalInterface
public interface NewsChannel {

    /**
     * Announces a change; if the thread is in a transaction that is rolled back, it is never announced. News may get
     * lost, so whoever must know reads the backend.
     *
     * @throws no.abakus.tasks.OperationalException if it is sent immediately and the broker does not accept it
     */
    void tell(TaskNews news);
}
