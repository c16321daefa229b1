package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.MissingQueue;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Receives messages to be parked, and sends messages that are nearly due. In a container, the connections join the
 * container's transactions. Thread-safe.
 */
final class JmsDelayed implements DelayedMessages {

    /** Ends a batch of large messages at this size, to limit its share of the heap. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** The time to wait for each message. The broker may first have to read the message from disk. */
    private static final long PATIENCE_MILLIS = 100;

    private final ConnectionFactory connections;
    private final ParkedReader reader;
    private final DeadLetters deadLetters;
    private final Consumer<TaskEvent.Unreadable> unreadable;
    private final TaskClock clock;
    private final QueueNames names;
    private final String parking;

    /**
     * Creates an object that receives and sends over these connections.
     *
     * @param maxBodySize the largest message body, in characters or bytes
     * @param unreadable receives an event for each message that cannot be read
     */
    JmsDelayed(
            ConnectionFactory connections,
            int maxBodySize,
            DeadLetters deadLetters,
            Consumer<TaskEvent.Unreadable> unreadable,
            TaskClock clock,
            QueueNames names) {
        this.connections = connections;
        this.reader = new ParkedReader(maxBodySize, names);
        this.deadLetters = deadLetters;
        this.unreadable = unreadable;
        this.clock = clock;
        this.names = names;
        this.parking = names.atBroker(QueueNames.PARKING);
    }

    @Override
    public boolean areThere() {
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(parking))) {
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable("The queue of delayed tasks could not be browsed", e);
        }
    }

    @Override
    public Received receive(int most) {
        List<ParkedMessage> received = new ArrayList<>();
        int rejected = 0;
        long bytes = 0;
        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(parking))) {
            while (received.size() + rejected < most && bytes < MOST_BYTES) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (message == null) {
                    break;
                }
                try {
                    ParkedMessage parked = reader.read(message);
                    bytes += parked.content().length;
                    received.add(parked);
                } catch (UnreadableMessageException e) {
                    rejected++;
                    unreadable.accept(
                            new TaskEvent.Unreadable(QueueNames.PARKING, message.getJMSMessageID(), e.rejection()));
                    deadLetters.move(message, QueueNames.PARKING, e.rejection());
                }
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable("Delayed tasks could not be received", e);
        }
        return new Received(received, rejected);
    }

    @Override
    public void send(List<ParkedMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        Map<String, Queue> queues = new HashMap<>();
        try (JMSContext jms = connections.createContext()) {
            JMSProducer producer = jms.createProducer();
            for (ParkedMessage parked : messages) {
                Instant now = clock.now();
                Queue queue = queues.computeIfAbsent(parked.queue(), name -> jms.createQueue(names.atBroker(name)));
                PackedMessage.send(parked.content(), jms, producer, queue, delay(parked, now), now);
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw MissingDestination.is(e)
                    ? unreachable("Delayed tasks could not be moved, because a queue is missing", new MissingQueue(e))
                    : unreachable("Delayed tasks could not be moved to their queues", e);
        }
    }

    @Override
    public void bury(ParkedMessage parked, Rejection rejection) {
        try (JMSContext jms = connections.createContext()) {
            deadLetters.move(PackedMessage.unpack(parked.content(), jms), parked.queue(), rejection);
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable("A delayed task could not be moved to the dead-letter queue", e);
        }
        unreadable.accept(new TaskEvent.Unreadable(parked.queue(), parked.taskId(), rejection));
    }

    /** Returns the delay, rounded up so that a task does not run early. */
    private static long delay(ParkedMessage parked, Instant now) {
        return Math.max(
                0, Duration.between(now, parked.due()).plusNanos(999_999).toMillis());
    }

    private static OperationalException unreachable(String what, Exception e) {
        return new OperationalException(what + ": " + e.getMessage(), e);
    }
}
