package no.abakus.tasks.port;

import java.util.Set;

/**
 * Starts and stops the listeners on this node, if its server can. A stopped listener finishes the task it is working
 * on. Thread-safe.
 */
public interface ListenerSwitch {

    /** No listener can be stopped here. */
    ListenerSwitch NONE = new ListenerSwitch() {
        @Override
        public Set<String> queues() {
            return Set.of();
        }

        @Override
        public boolean isConsuming(String queue) {
            return true;
        }

        @Override
        public void turn(String queue, boolean on) {
            throw new UnsupportedOperationException("This server cannot stop the listeners of a queue");
        }
    };

    /** The queues whose listeners can be started and stopped here. */
    Set<String> queues();

    /** Whether the listeners of this queue are running. */
    boolean isConsuming(String queue);

    /**
     * Starts or stops the listeners of this queue on this node.
     *
     * @throws UnsupportedOperationException if the queue is not one of {@link #queues}
     */
    void turn(String queue, boolean on);
}
