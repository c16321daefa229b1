package no.abakus.tasks.port;

/** Notifies all nodes about state changes of tasks. Thread-safe. */
@FunctionalInterface
public interface NewsChannel {

    /**
     * Publishes a change. If the thread is in a transaction that is rolled back, the change is not published.
     * Notifications may get lost, so callers that need certainty read the backend.
     *
     * @throws no.abakus.tasks.OperationalException if the notification is sent immediately and the broker does not
     *     accept it
     */
    void tell(TaskNews news);
}
