package no.abakus.tasks.control;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.ListenerProbe;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks that this node's listeners consume a queue. Asks the server for the state of the listeners, and the broker for
 * the number of consumers. If the consumers may all belong to other nodes, or the broker does not report their number,
 * checks whether messages reach this node's listeners. Thread-safe.
 */
public final class WorkersProbe implements HealthProbe {

    /**
     * After the broker has refused to count the consumers, this many checks do not ask it, because each refusal takes
     * seconds.
     */
    private static final int LOOKS_WITHOUT_COUNTING = 10;

    private final String queue;
    private final ListenerSwitch listeners;
    private final BrokerAdmin broker;
    private final BooleanSupplier isMeantToConsume;
    private final BooleanSupplier mayBeOthers;
    private final ListenerProbe messages;
    private boolean hasCounted;
    private int looksWithoutCounting;

    /**
     * Creates a probe of this queue.
     *
     * @param isMeantToConsume false while this node is meant to consume nothing from the queue, for example because an
     *     operator paused it; then nothing is checked
     * @param mayBeOthers whether all of the queue's consumers may belong to other nodes
     * @param messages checks whether messages reach this node's listeners
     */
    public WorkersProbe(
            String queue,
            ListenerSwitch listeners,
            BrokerAdmin broker,
            BooleanSupplier isMeantToConsume,
            BooleanSupplier mayBeOthers,
            ListenerProbe messages) {
        this.queue = queue;
        this.listeners = listeners;
        this.broker = broker;
        this.isMeantToConsume = isMeantToConsume;
        this.mayBeOthers = mayBeOthers;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public synchronized void check() throws Exception {
        if (!isMeantToConsume.getAsBoolean()) {
            return;
        }
        if (listeners.queues().contains(queue) && !listeners.isConsuming(queue)) {
            throw new IllegalStateException("The listeners of queue '" + queue + "' are stopped on this node");
        }
        OptionalLong consumers = consumers();
        if (consumers.isEmpty()) {
            messages.check();
        } else if (consumers.getAsLong() == 0) {
            throw new IllegalStateException("Nobody consumes queue '" + queue
                    + "' at the broker; the listeners reconnect once the broker accepts them");
        } else if (mayBeOthers.getAsBoolean() && !broker.isPaused(queue)) {
            // An administrator can pause the queue at the broker, and then no listener of any node receives a message.
            messages.checkOwn(consumers.getAsLong());
        }
    }

    private OptionalLong consumers() {
        if (looksWithoutCounting > 0) {
            looksWithoutCounting--;
            return OptionalLong.empty();
        }
        try {
            OptionalLong consumers =
                    broker.capabilities().contains(Capability.COUNT) ? broker.consumers(queue) : OptionalLong.empty();
            hasCounted |= consumers.isPresent();
            return consumers;
        } catch (OperationalException | UnsupportedOperationException e) {
            if (hasCounted) {
                throw e;
            }
            // The broker user of Abakus may not be allowed to manage the broker. Then the broker refuses every query.
            looksWithoutCounting = LOOKS_WITHOUT_COUNTING;
            return OptionalLong.empty();
        }
    }
}
