package no.abakus.tasks.spi;

/** Where deliveries wait while a node takes no work, and are counted while it does. Thread-safe. */
public interface WorkGate {

    /** Lets everything in, and counts nothing. */
    WorkGate OPEN = new WorkGate() {
        @Override
        public boolean enter(String queue) {
            return true;
        }

        @Override
        public void leave() {}
    };

    /**
     * Waits until the node takes work from this queue, but not for long: others may take it meanwhile.
     *
     * @return true, to be followed by {@link #leave}; false if the node still takes none, and the delivery is to go back to its queue
     * @throws no.abakus.tasks.OperationalException if the node has stopped; the delivery is not to be worked on
     * @throws InterruptedException if the caller was interrupted while it waited; the delivery is not to be worked on
     */
    boolean enter(String queue) throws InterruptedException;

    /** The delivery is settled. */
    void leave();
}
