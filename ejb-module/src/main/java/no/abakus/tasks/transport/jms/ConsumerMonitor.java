package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks that this node's listeners consume messages. Until a first message has arrived, each check sends a probe
 * message to the queue and waits for a listener to receive it. The broker drops a probe that no listener receives.
 */
final class ConsumerMonitor implements HealthProbe {

    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * The priority of probes. Probes go ahead of all waiting messages, so that a long queue does not make the node look
     * dead.
     */
    private static final int HIGHEST_PRIORITY = 9;

    private final CountDownLatch firstMessage = new CountDownLatch(1);
    private final ConnectionFactory connections;
    private final String queue;
    private final BooleanSupplier paused;

    /**
     * Creates a probe of this queue. While the queue is paused, the probe skips the check, because no listener should
     * consume the queue then.
     */
    ConsumerMonitor(ConnectionFactory connections, String queue, BooleanSupplier paused) {
        this.connections = connections;
        this.queue = queue;
        this.paused = paused;
    }

    void beat() {
        if (firstMessage.getCount() > 0) {
            firstMessage.countDown();
        }
    }

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public void check() throws InterruptedException {
        if (firstMessage.getCount() == 0 || paused.getAsBoolean()) {
            return;
        }
        sendProbe();
        if (!firstMessage.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("No listener of this node has taken a message from queue '" + queue
                    + "' yet; if this lasts, see whether the message-driven beans were deployed");
        }
    }

    private void sendProbe() {
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(PATIENCE_MILLIS)
                    .setPriority(HIGHEST_PRIORITY)
                    .setJMSType(WireFormat.PROBE_TYPE)
                    .send(jms.createQueue(queue), "");
        }
    }
}
