package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.MonitoringChannel;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.SenderRefused;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Sends messages over a connection factory. A container pools the JMS contexts and enlists them in the caller's JTA
 * transaction. Thread-safe.
 */
public final class JmsTransport implements Transport {

    private final SendingContexts contexts;
    private final TaskClock clock;
    private final BrokerTraits broker;
    private final Parking parking;
    private final QueueNames names;
    private final Optional<Seals> seals;
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

    /** Creates a transport that opens a context for each send. */
    public JmsTransport(ConnectionFactory connections, TaskClock clock, QueueNames names) {
        this(SendingContexts.perSend(connections), clock, BrokerTraits.UNKNOWN, Parking.NONE, names, Optional.empty());
    }

    /** Creates a transport to this broker. All sends in one JTA transaction share a context. */
    public JmsTransport(
            ConnectionFactory connections,
            TaskClock clock,
            TransactionSynchronizationRegistry transactions,
            BrokerTraits broker,
            Parking parking,
            QueueNames names) {
        this(new TransactionContexts(connections, transactions), clock, broker, parking, names, Optional.empty());
    }

    /** Creates a transport whose sends share a connection, for programs without a container. */
    public JmsTransport(KeptConnection connection, TaskClock clock, Parking parking, QueueNames names) {
        this(connection, clock, BrokerTraits.UNKNOWN, parking, names, Optional.empty());
    }

    private JmsTransport(
            SendingContexts contexts,
            TaskClock clock,
            BrokerTraits broker,
            Parking parking,
            QueueNames names,
            Optional<Seals> seals) {
        this.contexts = contexts;
        this.clock = clock;
        this.broker = broker;
        this.parking = parking;
        this.names = names;
        this.seals = seals;
    }

    /** A transport like this one that also records who first sent a message that it forwards. */
    public JmsTransport sealing(Seals own) {
        return new JmsTransport(contexts, clock, broker, parking, names, Optional.of(own));
    }

    @Override
    public void send(Route route, TaskMessage message) {
        try (SendingContext context = contexts.borrow()) {
            send(context, route, message);
        } catch (JMSException | JMSRuntimeException e) {
            if (isMissing(route, e)) {
                throw noSuchQueue(route, e);
            }
            contexts.failed();
            throw notTaken(route, message, e);
        }
    }

    @Override
    public void check(Route route) {
        if (!names.isOfAnother(route.queue())) {
            return;
        }
        try (SendingContext context = contexts.borrow()) {
            queue(route.queue(), context.jms());
        } catch (JMSRuntimeException e) {
            if (isMissing(route, e)) {
                throw noSuchQueue(route, e);
            }
            // The broker is unreachable, so it is unknown whether the queue exists. That is not a mistake of the
            // caller.
            contexts.failed();
        }
    }

    @Override
    public boolean mayHang(TaskMessage message) {
        return !broker.neverBlocks();
    }

    @Override
    public void sendOver(BrokerConnection connection, Route route, TaskMessage message) {
        if (!(connection instanceof JmsConnection jms)) {
            throw new TaskOptionException("The connection is a "
                    + connection.getClass().getName() + ", but tasks are sent over JMS here. Use JmsConnection.of(…)");
        }
        try {
            send(new SendingContext(jms.jms(), jms.producer(), stays -> {}), route, message);
        } catch (JMSException | JMSRuntimeException e) {
            throw notTaken(route, message, e);
        }
    }

    /** Sends notifications over the same contexts. */
    public NewsChannel news() {
        return new JmsNews(contexts, names);
    }

    /** Like {@link #news()}, but another thread sends the notifications of a transaction after its commit. */
    public NewsChannel newsAfterCommit(TransactionSynchronizationRegistry transactions, Executor threads) {
        return new NewsAfterCommit(new JmsNews(contexts, names), transactions, threads);
    }

    /** Carries the messages between nodes over the same contexts. */
    public ControlChannel control() {
        return new JmsControl(contexts, names);
    }

    /** Publishes monitoring events over the same contexts. */
    public MonitoringChannel monitoring() {
        return new JmsMonitoring(contexts, names);
    }

    private void send(SendingContext context, Route route, TaskMessage message) throws JMSException {
        long delay = message.deliverAt().map(this::millisUntil).orElse(0L);
        Message written = MessageWriter.write(message, route, context.jms(), names);
        if (seals.isPresent()) {
            for (Map.Entry<String, String> kept :
                    ForeignContext.kept(message, seals.get()).entrySet()) {
                written.setStringProperty(kept.getKey(), kept.getValue());
            }
        }
        boolean parks = parking.takes(delay);
        if (parks && names.isOfAnother(route.queue())) {
            // Looks the queue up, because otherwise nobody would notice that it is missing before the task is due.
            queue(route.queue(), context.jms());
        }
        String queue = parks ? parking.queue(written, route) : route.queue();
        context.producer()
                .setPriority(route.priority())
                .setDeliveryDelay(parks ? 0 : delay)
                .setDeliveryMode(jmsMode(route.deliveryMode()))
                .setTimeToLive(timeToLive(message))
                .send(queue(queue, context.jms()), written);
        if (parks) {
            parking.sent().run();
        }
    }

    /**
     * Whether the send failed because a queue of another application is missing, for example because the caller
     * misspelled the name. This application's own queues always exist.
     */
    private boolean isMissing(Route route, Exception why) {
        return names.isOfAnother(route.queue()) && MissingDestination.is(why);
    }

    private TaskOptionException noSuchQueue(Route route, Exception why) {
        return new TaskOptionException(
                "The broker has no queue '" + names.atBroker(route.queue())
                        + "'. Check the names of the application and its queue, and whether the application is"
                        + " deployed",
                why);
    }

    private OperationalException notTaken(Route route, TaskMessage message, Exception why) {
        if (why instanceof JMSSecurityException || why instanceof JMSSecurityRuntimeException) {
            return new OperationalException(
                    "The broker refused the sender of task " + message.task() + "[" + message.id() + "]: "
                            + why.getMessage() + "; nothing was sent. The user must exist with this password, and its"
                            + " role must be allowed to send to '" + names.atBroker(route.queue()) + "'.",
                    new SenderRefused(why));
        }
        return new OperationalException(
                "The broker did not take task " + message.task() + "[" + message.id() + "] for queue '"
                        + names.atBroker(route.queue()) + "': " + why.getMessage() + "; nothing was sent",
                why);
    }

    /**
     * Returns a cached queue object. No session owns it, and any thread may use it. A new object would cost a round
     * trip per send, because the broker would look up the queue again.
     */
    private Queue queue(String name, JMSContext jms) {
        Queue known = queues.get(name);
        if (known == null) {
            checkIsForTasks(name);
            known = jms.createQueue(names.atBroker(name));
            queues.put(name, known);
        }
        return known;
    }

    /** Checks a queue of another application. The names of this application's queues are checked when it starts. */
    private void checkIsForTasks(String queue) {
        if (names.isOfAnother(queue) && !names.isForTasks(queue)) {
            throw new TaskOptionException("The queue '" + names.atBroker(queue)
                    + "' is not for tasks. Name a queue that a listener of that application consumes, such as"
                    + " 'default'");
        }
    }

    private static int jmsMode(DeliveryMode mode) {
        return mode == DeliveryMode.TRANSIENT
                ? jakarta.jms.DeliveryMode.NON_PERSISTENT
                : jakarta.jms.DeliveryMode.PERSISTENT;
    }

    /**
     * The JMS time to live; zero if the broker must not let the message expire. Then the worker receives the message
     * and ends the expired task. Only the application for which {@link QueueNames#isPlain} is true uses the broker's
     * expiry, because brokers move all expired messages to one queue, which belongs to that application.
     */
    private long timeToLive(TaskMessage message) {
        return message.extras().expires().isEmpty() || broker.dropsSilently() || !names.isPlain()
                ? 0
                : Math.max(1, millisUntil(message.extras().expires().get()));
    }

    /** Returns the time until this instant, rounded up so that a task does not run early. */
    private long millisUntil(Instant eta) {
        return Math.max(0, Duration.between(clock.now(), eta).plusNanos(999_999).toMillis());
    }
}
