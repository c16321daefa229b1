package no.abakus.tasks.port;

/** Receives the messages from all nodes, including this node. Must be quick. Thread-safe. */
@FunctionalInterface
public interface ControlListener {

    /** Receives a message. */
    void heard(ControlMessage message);
}
