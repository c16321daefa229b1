package no.abakus.tasks.spi;

/**
 * Is told of the coming and going of nodes. Has to be quick. Thread-safe. Celery: {@code worker-online}, {@code
 * worker-heartbeat}, {@code worker-offline}.
 */
public interface NodeListener {

    /** This node begins. */
    default void online(String node) {}

    /** This node lives. */
    default void heartbeat(String node) {}

    /** This node ends in order. */
    default void offline(String node) {}

    /** Another node has not been heard for three heartbeats, and is taken for dead. */
    default void lost(String node) {}
}
