package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Transactions;

/** Moves messages from the queues of another application to this application's queues of the same name. */
public final class JmsTakeOver {

    /** The maximum number of messages in a transaction. A larger transaction might take longer than a broker allows. */
    private static final int MOST_TOGETHER = 100;

    /**
     * The time to wait for the first message. A broker such as OpenMQ may need a moment to deliver it to a new
     * consumer.
     */
    private static final long PATIENCE_FOR_FIRST_MILLIS = 1_000;

    private static final long PATIENCE_MILLIS = 100;

    private final ConnectionFactory connections;
    private final QueueNames names;
    private final Transactions transactions;

    /** Creates an object that moves messages to the queues with these names, in transactions. */
    public JmsTakeOver(ConnectionFactory connections, QueueNames names, Transactions transactions) {
        this.connections = connections;
        this.names = names;
        this.transactions = transactions;
    }

    /** Moves the messages of this queue that are due now; returns how many. */
    public int move(QueueNames theirs, String queue) {
        String from = theirs.atBroker(queue);
        String to = names.atBroker(queue);
        if (from.equals(to)) {
            return 0;
        }
        int all = 0;
        int some;
        do {
            some = transactions.own(() -> moveSome(from, to));
            all += some;
        } while (some == MOST_TOGETHER);
        return all;
    }

    private int moveSome(String from, String to) {
        int moved = 0;
        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(from))) {
            Queue target = jms.createQueue(to);
            JMSProducer producer = jms.createProducer();
            while (moved < MOST_TOGETHER) {
                Message message = consumer.receive(moved == 0 ? PATIENCE_FOR_FIRST_MILLIS : PATIENCE_MILLIS);
                if (message == null) {
                    break;
                }
                producer.setPriority(message.getJMSPriority())
                        .setDeliveryMode(message.getJMSDeliveryMode())
                        .send(target, MessageCopy.of(message, jms));
                moved++;
            }
            return moved;
        } catch (JMSException | JMSRuntimeException e) {
            if (MissingDestination.is(e)) {
                return 0;
            }
            throw new OperationalException(
                    "Tasks could not be moved from " + from + " to " + to + ": " + e.getMessage(), e);
        }
    }
}
