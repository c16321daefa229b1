package no.abakus.tasks.spi;

/**
 * Receives notifications when nodes start, report and stop. A listener must be quick. Thread-safe. Celery:
 * {@code worker-online}, {@code worker-heartbeat}, {@code worker-offline}.
 */
public interface NodeListener {

    /** Called when this node has started. */
    default void online(String node) {}

    /** Called regularly while this node is alive. */
    default void heartbeat(String node) {}

    /** Called when this node shuts down in an orderly way. */
    default void offline(String node) {}

    /** Called when another node has missed three heartbeats and is considered dead. */
    default void lost(String node) {}
}
