package no.abakus.tasks.port;

/** Receives the messages between nodes, including this node's own. Must be quick. Thread-safe. */
@FunctionalInterface
public interface ControlListener {

    /** Receives a message. */
    void heard(ControlMessage message);
}
