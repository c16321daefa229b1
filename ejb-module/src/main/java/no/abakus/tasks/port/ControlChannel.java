package no.abakus.tasks.port;

/** Carries messages between nodes, promptly but not reliably. Thread-safe. */
@FunctionalInterface
public interface ControlChannel {

    /**
     * Sends the message to all nodes, including this one, as part of the thread's transaction if there is one.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not accept the message
     */
    void tell(ControlMessage message);
}
