package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.testing.Workbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever a message holds, the worker survives it, and each message is accounted for: it runs, ends with a reported
 * reason, or becomes a dead letter with a reason. {@code -Dfuzz.messages=100000} sets the number of messages, and
 * {@code -Dfuzz.seed} repeats a run.
 */
@ExtendWith(EmbeddedBroker.class)
@Tag("long")
class FuzzedMessagesTest {

    private static final int BATCH = 100;
    private static final long PATIENCE_MILLIS = 10_000;

    /** The ways to end other than as a dead letter; an event reports each. */
    private static final Set<Class<? extends TaskEvent>> ENDS = Set.of(
            TaskEvent.Succeeded.class,
            TaskEvent.Failed.class,
            TaskEvent.Expired.class,
            TaskEvent.Repeated.class,
            TaskEvent.Held.class);

    static class Mailer {
        @AbakusTask(name = "mail.send")
        public void send(String to) {}

        @AbakusTask(name = "mail.count")
        public int count(int number) {
            return number;
        }

        @AbakusTask(name = "mail.limited", rateLimit = "1/s")
        public void limited(Object anything) {}
    }

    private final Workbench bench = Workbench.of(new Mailer());
    private final String queue = "fuzz." + UUID.randomUUID();
    private final String graveyard = "dead." + UUID.randomUUID();
    private final Map<String, Integer> ends = new TreeMap<>();
    private String last = "";

    /** Notes how the worker settles what the transport can read. */
    private final class Noting implements DeliveryHandler {

        private final DeliveryHandler worker = bench.worker();

        @Override
        public Settlement deliver(Delivery delivery) {
            bench.events().clear();
            Settlement settlement = worker.deliver(delivery);
            if (settlement instanceof Settlement.DeadLetter dead) {
                last = dead.rejection().reason().code();
            } else {
                last = bench.events().all().stream()
                        .map(Object::getClass)
                        .filter(ENDS::contains)
                        .map(Class::getSimpleName)
                        .reduce((first, second) -> second)
                        .orElse("nothing");
            }
            return settlement;
        }

        @Override
        public void unreadable(String from, String messageId, Rejection rejection) {
            worker.unreadable(from, messageId, rejection);
            last = rejection.reason().code();
        }
    }

    @Test
    void each_is_run_or_told_or_a_dead_letter_with_a_reason() throws JMSException {
        int count = Integer.getInteger("fuzz.messages", 2_000);
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        FuzzedMessage fuzzed = new FuzzedMessage(new Random(seed));
        JmsDeliveries deliveries = new JmsHarness(graveyard).deliveries(new Noting());
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Queue source = jms.createQueue(QueueNames.PLAIN.atBroker(queue));
            JMSProducer producer = jms.createProducer();
            JMSConsumer consumer = jms.createConsumer(source);
            JMSConsumer mourner = jms.createConsumer(jms.createQueue(graveyard));
            for (int done = 0; done < count; done += BATCH) {
                for (int i = done; i < done + BATCH; i++) {
                    producer.send(source, fuzzed.make(jms, i));
                }
                for (int i = done; i < done + BATCH; i++) {
                    check(deliveries, consumer.receive(PATIENCE_MILLIS), mourner, seed);
                }
            }
        }
        System.out.println("Fuzzed messages by their end: " + ends);
        assertThat(ends).containsKeys("Succeeded", "invalid-property", "unreadable-body", "message-type");
    }

    private void check(JmsDeliveries deliveries, Message message, JMSConsumer mourner, long seed) throws JMSException {
        int number = message.getIntProperty(FuzzedMessage.NUMBER);
        String which = "message " + number + " of seed " + seed + ": " + message;
        last = "nothing";
        try {
            deliveries.receive(message, new ConsumedQueue());
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("The worker gives back for ever " + which, e);
        }
        assertThat(last).as(which).isNotEqualTo("nothing");
        ends.merge(last, 1, Integer::sum);
        if (Character.isLowerCase(last.charAt(0))) {
            Message dead = mourner.receive(PATIENCE_MILLIS);
            assertThat(dead).as("the dead letter of " + which).isNotNull();
            assertThat(dead.getIntProperty(FuzzedMessage.NUMBER)).isEqualTo(number);
            assertThat(dead.getStringProperty(WireFormat.DEAD_REASON)).isEqualTo(last);
            assertThat(dead.getStringProperty(WireFormat.DEAD_DETAIL)).isNotBlank();
        }
    }
}
