package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ListenerProbe;

/**
 * Checks that this node's listeners consume messages. {@link #check} passes if a message has ever arrived, {@link
 * #checkOwn} if one has arrived lately. Otherwise, the check sends probe messages to the queue and waits for a listener
 * of this node to receive one. The broker drops probes that no listener receives.
 */
final class ConsumerMonitor implements ListenerProbe {

    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * How long the broker keeps a probe. The broker and the receiving node check the expiry by their own clocks. Those
     * clocks may be ten seconds ahead of this node's clock while all nodes still count as healthy.
     */
    private static final long LIFE_MILLIS = 12_000;

    /** How long after a received message the listeners are assumed to work. */
    private static final Duration RECENTLY = Duration.ofSeconds(5);

    /**
     * The maximum number of probes that are sent at once. If there are more consumers, a node may receive none of its
     * own probes, but it also receives probes from the checks of other nodes.
     */
    private static final int MOST_PROBES = 256;

    /**
     * The priority of probes. Probes go ahead of all waiting messages, so that a long queue does not make the node look
     * dead.
     */
    private static final int HIGHEST_PRIORITY = 9;

    private final ConnectionFactory connections;
    private final String queue;
    private final String queueAtBroker;
    private final BooleanSupplier paused;
    private final TaskClock clock;
    private volatile boolean hasHeard;
    private volatile long heardAt;
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    /**
     * Creates a probe of this queue. While the queue is paused, {@link #check} does nothing, because no listener should
     * consume the queue then.
     */
    ConsumerMonitor(
            ConnectionFactory connections, QueueNames names, String queue, BooleanSupplier paused, TaskClock clock) {
        this.connections = connections;
        this.queue = queue;
        this.queueAtBroker = names.atBroker(queue);
        this.paused = paused;
        this.clock = clock;
    }

    /** Records that a listener of this node has received a message of this queue. */
    void beat(String from) {
        if (from.equals(queue)) {
            heardAt = clock.nanos();
            hasHeard = true;
            awaited.countDown();
        }
    }

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public synchronized void check() throws InterruptedException {
        if (hasHeard || paused.getAsBoolean()) {
            return;
        }
        if (!receivesOneOf(1)) {
            throw new IllegalStateException("No listener of this node has taken a message from queue '" + queueAtBroker
                    + "' yet; if this lasts, see whether the message-driven beans were deployed");
        }
    }

    /**
     * If no message has arrived lately, sends as many probes as there are consumers. The broker gives each consumer one
     * message in turn, so a probe reaches every node.
     */
    @Override
    public synchronized void checkOwn(long consumers) throws InterruptedException {
        if (hasHeard && clock.since(heardAt).compareTo(RECENTLY) < 0) {
            return;
        }
        int probes = (int) Math.min(consumers, MOST_PROBES);
        boolean consumes = receivesOneOf(probes);
        if (!consumes) {
            consumes = receivesOneOf(probes);
        }
        if (!consumes) {
            throw new IllegalStateException("No listener of this node receives messages of queue '" + queueAtBroker
                    + "', although the queue has consumers on other nodes");
        }
    }

    private boolean receivesOneOf(int probes) throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        awaited = first;
        send(probes);
        return first.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void send(int probes) {
        try (JMSContext jms = connections.createContext()) {
            Queue probed = jms.createQueue(queueAtBroker);
            JMSProducer producer = jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(LIFE_MILLIS)
                    .setPriority(HIGHEST_PRIORITY)
                    .setJMSType(WireFormat.PROBE_TYPE);
            for (int i = 0; i < probes; i++) {
                producer.send(probed, "");
            }
        }
    }
}
