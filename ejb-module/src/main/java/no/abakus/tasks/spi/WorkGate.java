package no.abakus.tasks.spi;

/** Where deliveries wait while a node takes no work, and are counted while it does. Thread-safe. */
public interface WorkGate {

    /** Lets everything in, and counts nothing. */
    WorkGate OPEN = new WorkGate() {
        @Override
        public void enter() {}

        @Override
        public void leave() {}
    };

    /**
     * Returns once the node takes work; to be followed by {@link #leave}.
     *
     * @throws no.abakus.tasks.OperationalException if the node has stopped; the delivery is not to be worked on
     * @throws InterruptedException if the caller was interrupted while it waited; the delivery is not to be worked on
     */
    void enter() throws InterruptedException;

    /** The delivery is settled. */
    void leave();
}
