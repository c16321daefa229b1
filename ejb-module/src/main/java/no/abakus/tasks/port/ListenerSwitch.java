package no.abakus.tasks.port;

import java.util.Set;

/**
 * Starts and stops the listeners on this node, if its server supports that. A stopped listener finishes its current
 * task. Thread-safe.
 */
public interface ListenerSwitch {

    /** The switch for servers whose listeners cannot be stopped. */
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
            throw new UnsupportedOperationException(
                    "This server cannot start or stop the listeners of the queue '" + queue + "'");
        }
    };

    /** The queues whose listeners can be started and stopped on this node. */
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
