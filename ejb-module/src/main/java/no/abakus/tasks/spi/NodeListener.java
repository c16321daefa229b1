package no.abakus.tasks.spi;

/**
 * Receives notifications when nodes start, report and stop. Must be quick. Thread-safe. Celery: {@code worker-online},
 * {@code worker-heartbeat}, {@code worker-offline}.
 */
public interface NodeListener {

    /** This node has started. */
    default void online(String node) {}

    /** This node is alive. */
    default void heartbeat(String node) {}

    /** This node is shutting down in an orderly way. */
    default void offline(String node) {}

    /** Another node has missed three heartbeats and is considered dead. */
    default void lost(String node) {}
}
