package no.abakus.tasks.spi;

/** Tells all nodes what has become of tasks. Thread-safe. */
@FunctionalInterface
public interface NewsChannel {

    /**
     * Tells it, as a part of the thread's transaction if there is one.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not take it
     */
    void tell(TaskNews news);
}
