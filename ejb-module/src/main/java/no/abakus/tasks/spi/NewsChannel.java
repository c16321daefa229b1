package no.abakus.tasks.spi;

/** Tells all nodes what has become of tasks. Thread-safe. */
@FunctionalInterface
public interface NewsChannel {

    /**
     * Tells it; where the thread is in a transaction, never if that is rolled back. Whoever must know in any case looks.
     *
     * @throws no.abakus.tasks.OperationalException if it is told at once and the broker does not take it
     */
    void tell(TaskNews news);
}
