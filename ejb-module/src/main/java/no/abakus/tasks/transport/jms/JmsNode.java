package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.ListenerProbe;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.spi.TaskEvent;

/** Creates the parts of a node that receive messages or monitor queues. Senders use {@link JmsTransport} instead. */
public final class JmsNode {

    private final ConnectionFactory connections;
    private final TaskClock clock;
    private final TaskSystemConfig config;
    private final QueueNames names;
    private final SendTokens tokens;
    private final DeadLetters deadLetters;
    private final ConsumerMonitor consumers;

    /**
     * Creates an object that makes the parts of a node with these connections.
     *
     * @param names the names of the application's queues at the broker
     * @param tokens distinguish messages that nodes have sent from other messages
     * @param node the node's name, for dead letters
     * @param paused whether the default queue is paused; if so, no listener is expected to consume it
     */
    public JmsNode(
            ConnectionFactory connections,
            TaskClock clock,
            TaskSystemConfig config,
            QueueNames names,
            SendTokens tokens,
            String node,
            BooleanSupplier paused) {
        this.connections = connections;
        this.clock = clock;
        this.config = config;
        this.names = names;
        this.tokens = tokens;
        this.deadLetters = new DeadLetters(connections, names.atBroker(QueueNames.DEAD_LETTER), clock, node);
        this.consumers =
                new ConsumerMonitor(connections, names, config.routing().defaultQueue(), paused, clock);
    }

    private String defaultQueue() {
        return names.atBroker(config.routing().defaultQueue());
    }

    /**
     * Passes messages from the listeners to this handler.
     *
     * @param outage tests whether a failure would affect any message now; if so, the message itself is not the cause
     */
    public JmsDeliveries deliveries(DeliveryHandler handler, WorkGate gate, Predicate<OperationalException> outage) {
        return new JmsDeliveries(
                config.message(),
                handler,
                deadLetters,
                new GivenBack(connections, clock, outage, tokens.seals()),
                consumers,
                gate,
                names,
                tokens);
    }

    /**
     * The messages that senders have sent to the parking queue.
     *
     * @param unreadable receives an event for each message that cannot be read
     */
    public DelayedMessages delayed(Consumer<TaskEvent.Unreadable> unreadable) {
        return new JmsDelayed(connections, config.message().maxBodySize(), deadLetters, unreadable, clock, names);
    }

    /**
     * The dead letters, for operators.
     *
     * @param redaction removes secrets from what is shown
     */
    public DeadLetterQueue deadLetters(UnaryOperator<String> redaction, Transactions transactions) {
        return new JmsDeadLetterQueue(
                connections,
                names.atBroker(QueueNames.DEAD_LETTER),
                names,
                new ShownDeadLetter(redaction),
                transactions);
    }

    /** Checks that the broker responds. */
    public HealthProbe broker() {
        return new BrokerProbe(connections, defaultQueue());
    }

    /** Checks that listeners of this node receive messages. */
    public ListenerProbe consumers() {
        return consumers;
    }
}
