package no.abakus.tasks.spi;

/** Carries what nodes say to each other, soon, and not reliably. Thread-safe. */
@FunctionalInterface
public interface ControlChannel {

    /**
     * Tells all nodes, this one included, as a part of the thread's transaction if there is one.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not take it
     */
    void tell(ControlMessage message);
}
