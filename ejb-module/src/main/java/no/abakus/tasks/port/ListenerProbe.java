package no.abakus.tasks.port;

import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks that listeners of this node receive messages of the default queue. {@link #check()} succeeds once a first
 * message has arrived.
 */
public interface ListenerProbe extends HealthProbe {

    /**
     * Checks that a listener of this node still receives messages, even while listeners of other nodes take messages as
     * well.
     *
     * @param consumers the number of consumers of the queue, on all nodes
     * @throws IllegalStateException if no listener of this node has received a message recently, not even one of the
     *     messages that this check sends
     */
    void checkOwn(long consumers) throws InterruptedException;
}
