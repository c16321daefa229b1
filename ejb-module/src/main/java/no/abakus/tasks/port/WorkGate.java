package no.abakus.tasks.port;

/** Holds deliveries back while a node accepts no tasks, and counts the deliveries that it lets in. Thread-safe. */
public interface WorkGate {

    /** A gate that lets everything in and counts nothing. */
    WorkGate OPEN = new WorkGate() {
        @Override
        public boolean enter(String queue) {
            return true;
        }

        @Override
        public void leave() {}
    };

    /**
     * Waits until the node accepts tasks from this queue, but only briefly, because other nodes may be able to run the
     * task. While the node is stopping, waits until it has stopped.
     *
     * @return true if the delivery may be processed; {@link #leave} must be called afterwards. False if the node still
     *     accepts no tasks; the delivery must then return to its queue
     * @throws no.abakus.tasks.OperationalException if the node has stopped; the delivery must not be processed
     * @throws InterruptedException if the caller was interrupted while waiting; the delivery must not be processed
     */
    boolean enter(String queue) throws InterruptedException;

    /** Tells the gate that the delivery is settled. */
    void leave();
}
