package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.TransportHarness;

/** The JMS transport over the embedded broker, and a listener that receives when a test wants it to. */
final class JmsHarness implements TransportHarness {

    static final String NODE = "node-b";
    private static final MessageConfig LIMITS = new MessageConfig(8 * 1024 * 1024, 64, 8 * 1024, 0, 0);
    private static final long PATIENCE_MILLIS = 5_000;

    private final ConnectionFactory connections = EmbeddedBroker.connections();
    private final TaskClock clock = TaskClock.system();
    private final String deadLetterQueue;
    private final Predicate<OperationalException> outage;

    /** A harness whose dead letters go to this queue, under the broker's name. */
    JmsHarness(String deadLetterQueue) {
        this(deadLetterQueue, why -> false);
    }

    JmsHarness(String deadLetterQueue, Predicate<OperationalException> outage) {
        this.deadLetterQueue = deadLetterQueue;
        this.outage = outage;
    }

    @Override
    public Transport transport() {
        return new JmsTransport(connections, clock, QueueNames.PLAIN);
    }

    @Override
    public Transport unreachable() {
        return new JmsTransport(EmbeddedBroker.unreachable(), clock, QueueNames.PLAIN);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public boolean deliverNext(String queue, DeliveryHandler handler) {
        return deliver(queue, handler, PATIENCE_MILLIS);
    }

    @Override
    public boolean deliverWhatIsThere(String queue, DeliveryHandler handler) {
        return deliver(queue, handler, 0);
    }

    /**
     * Receives like a message-driven bean: acknowledges when the listener returns, and gives the message back when it
     * throws.
     */
    private boolean deliver(String queue, DeliveryHandler handler, long patience) {
        try (JMSContext jms = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue source = jms.createQueue(QueueNames.PLAIN.atBroker(queue));
            JMSConsumer consumer = jms.createConsumer(source);
            Message message = patience == 0 ? consumer.receiveNoWait() : consumer.receive(patience);
            if (message == null) {
                return false;
            }
            try {
                deliveries(handler).receive(message, new ConsumedQueue());
                jms.commit();
            } catch (RuntimeException | Error e) {
                jms.rollback();
                throw e;
            }
            return true;
        }
    }

    JmsDeliveries deliveries(DeliveryHandler handler) {
        return new JmsDeliveries(
                LIMITS,
                handler,
                new DeadLetters(connections, deadLetterQueue, clock, NODE),
                new GivenBack(connections, TaskClock.system(), outage, SampleMessages.TOKENS.seals()),
                new ConsumerMonitor(connections, QueueNames.PLAIN, "default", () -> false, TaskClock.system()),
                WorkGate.OPEN,
                QueueNames.PLAIN,
                SampleMessages.TOKENS);
    }

    @Override
    public List<TaskMessage> deadLetters() {
        List<TaskMessage> tasks = new ArrayList<>();
        try (JMSContext jms = connections.createContext()) {
            MessageReader reader = new MessageReader(LIMITS, QueueNames.PLAIN, SampleMessages.TOKENS);
            for (Message message : browse(jms, deadLetterQueue)) {
                tasks.add(reader.read(message, deadLetterQueue).message());
            }
        } catch (JMSException | UnreadableMessageException e) {
            throw new AssertionError("A dead letter cannot be read", e);
        }
        return tasks;
    }

    /** The messages in a queue, under the broker's name. */
    static List<Message> browse(JMSContext jms, String queue) throws JMSException {
        List<Message> found = new ArrayList<>();
        try (QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                found.add((Message) messages.nextElement());
            }
        }
        return found;
    }
}
