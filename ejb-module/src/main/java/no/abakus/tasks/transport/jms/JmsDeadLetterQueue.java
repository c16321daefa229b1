package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.DeadLetter;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.port.Transactions;

/** Manages dead letters with plain JMS: lists them with a browser, and takes one out with a selector. */
final class JmsDeadLetterQueue implements DeadLetterQueue {

    /** The maximum number of messages that are scanned. Scanning more takes seconds, and no operator reads that far. */
    private static final int MOST_SCANNED = 10_000;

    private static final long PATIENCE_MILLIS = 1_000;

    private final ConnectionFactory connections;
    private final String queue;
    private final QueueNames names;
    private final ShownDeadLetter shown;
    private final Transactions transactions;

    /**
     * Creates the manager of the dead letters in this queue. It takes a letter out and sends it again in one
     * transaction.
     */
    JmsDeadLetterQueue(
            ConnectionFactory connections,
            String queue,
            QueueNames names,
            ShownDeadLetter shown,
            Transactions transactions) {
        this.connections = connections;
        this.transactions = transactions;
        this.queue = queue;
        this.names = names;
        this.shown = shown;
    }

    @Override
    public Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most) {
        return page(wanted, EnumSet.allOf(DeadLetter.Part.class), after, most);
    }

    @Override
    public Page page(Predicate<DeadLetter> wanted, Set<DeadLetter.Part> read, Optional<String> after, int most) {
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            List<DeadLetter> found = new ArrayList<>();
            boolean isBehind = after.isEmpty();
            long matching = 0;
            int behind = 0;
            int scanned = 0;
            Enumeration<?> messages = browser.getEnumeration();
            while (scanned < MOST_SCANNED && messages.hasMoreElements()) {
                scanned++;
                Message message = (Message) messages.nextElement();
                DeadLetter letter = shown.of(message, read);
                if (wanted.test(letter)) {
                    matching++;
                    behind += isBehind ? 1 : 0;
                    if (isBehind && found.size() < most) {
                        found.add(shown.of(message));
                    }
                }
                isBehind |= after.filter(letter.id()::equals).isPresent();
            }
            return new Page(List.copyOf(found), matching, scanned, !messages.hasMoreElements(), behind > found.size());
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable(e);
        }
    }

    @Override
    public DeadLetterQueue of(String application) {
        QueueNames theirs = new QueueNames(application);
        return new JmsDeadLetterQueue(
                connections, theirs.atBroker(QueueNames.DEAD_LETTER), theirs, shown, transactions);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        Optional<String> selector = LetterId.selector(id);
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue), selector.get())) {
            Enumeration<?> messages = browser.getEnumeration();
            return messages.hasMoreElements()
                    ? Optional.of(shown.of((Message) messages.nextElement()))
                    : Optional.empty();
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable(e);
        }
    }

    @Override
    public Optional<String> requeue(String id) {
        return take(id, (jms, message) -> {
            String from = Optional.ofNullable(message.getStringProperty(WireFormat.DEAD_QUEUE))
                    .orElse("default");
            Queue destination = jms.createQueue(names.atBroker(from));
            Message revived = MessageCopy.of(message, jms);
            RestoredMessage.revive(revived);
            jms.createProducer()
                    .setPriority(message.getJMSPriority())
                    .setDeliveryMode(message.getJMSDeliveryMode())
                    .send(destination, revived);
            return from;
        });
    }

    @Override
    public boolean delete(String id) {
        return take(id, (jms, message) -> id).isPresent();
    }

    private interface Work {
        String with(JMSContext jms, Message message) throws JMSException;
    }

    private Optional<String> take(String id, Work work) {
        Optional<String> selector = LetterId.selector(id);
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        return transactions.own(() -> takeOut(selector.get(), work));
    }

    private Optional<String> takeOut(String selector, Work work) {
        try (JMSContext jms = connections.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue), selector)) {
            Message message = consumer.receive(PATIENCE_MILLIS);
            return message == null ? Optional.empty() : Optional.of(work.with(jms, message));
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable(e);
        }
    }

    private static OperationalException unreachable(Exception e) {
        return new OperationalException("The dead letters cannot be reached: " + e.getMessage(), e);
    }
}
