package no.abakus.tasks.port;

/** Makes deliveries wait while a node takes no work, and counts them while it does. Thread-safe. */
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
     * Waits, but not for long, until the node takes work from this queue; other nodes may take it meanwhile.
     *
     * @return true if the delivery may be worked on, and {@link #leave} must follow; false if the node still takes no
     *     work, and the delivery must go back to its queue
     * @throws no.abakus.tasks.OperationalException if the node has stopped; the delivery must not be worked on
     * @throws InterruptedException if the caller was interrupted while waiting; the delivery must not be worked on
     */
    boolean enter(String queue) throws InterruptedException;

    /** Tells the gate that the delivery is settled. */
    void leave();
}
