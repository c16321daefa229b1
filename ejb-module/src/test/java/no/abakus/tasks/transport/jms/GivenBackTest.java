package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.UUID;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.WorkGate;
import no.abakus.tasks.testing.ScriptedHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that cannot be handled now comes again later, and is not thrown back at the broker. */
@ExtendWith(EmbeddedBroker.class)
class GivenBackTest {

    private static final long PATIENCE_MILLIS = 5_000;

    private final String queue = QueueNames.atBroker("given-back." + UUID.randomUUID());
    private final ScriptedHandler away = ScriptedHandler.of(delivery -> {
        throw new OperationalException("the database is away");
    });

    @Test
    void it_comes_again_a_little_later_as_it_was() throws JMSException {
        JmsDeliveries deliveries = new JmsHarness("dead." + UUID.randomUUID()).deliveries(away);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Queue source = jms.createQueue(queue);
            JMSConsumer consumer = jms.createConsumer(source);
            jms.createProducer().setPriority(7).setTimeToLive(60_000).send(source, task(jms));
            Message first = consumer.receive(PATIENCE_MILLIS);
            long expiration = first.getJMSExpiration();

            deliveries.receiveOrGiveBack(first, new ConsumedQueue());
            assertThat(consumer.receiveNoWait()).as("at once").isNull();
            Message second = consumer.receive(PATIENCE_MILLIS);

            assertThat(second.getStringProperty(WireFormat.ID)).isEqualTo("1");
            assertThat(second.getBody(String.class)).isEqualTo("{}");
            assertThat(second.getJMSPriority()).isEqualTo(7);
            assertThat(second.getIntProperty(WireFormat.RETURNS)).isEqualTo(1);
            assertThat(second.getJMSExpiration()).isBetween(expiration - 1_000, expiration + 1_000);

            deliveries.receiveOrGiveBack(second, new ConsumedQueue());
            assertThat(consumer.receive(PATIENCE_MILLIS).getIntProperty(WireFormat.RETURNS))
                    .isEqualTo(2);
        }
    }

    @Test
    void what_the_broker_does_not_take_back_is_thrown_so_that_it_delivers_it_again_itself() throws JMSException {
        JmsDeliveries deliveries = new JmsDeliveries(
                1024,
                away,
                new DeadLetters(EmbeddedBroker.unreachable(), "dead", TaskClock.system(), JmsHarness.NODE),
                new GivenBack(EmbeddedBroker.unreachable(), TaskClock.system()),
                new ConsumerPulse(EmbeddedBroker.unreachable(), queue, () -> false),
                WorkGate.OPEN);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Queue source = jms.createQueue(queue);
            jms.createProducer().send(source, task(jms));
            Message message = jms.createConsumer(source).receive(PATIENCE_MILLIS);

            assertThatThrownBy(() -> deliveries.receiveOrGiveBack(message, new ConsumedQueue()))
                    .isInstanceOf(OperationalException.class)
                    .hasMessage("the database is away");
        }
    }

    private static TextMessage task(JMSContext jms) throws JMSException {
        TextMessage message = jms.createTextMessage("{}");
        message.setStringProperty(WireFormat.ID, "1");
        message.setStringProperty(WireFormat.TASK, "mail.send");
        message.setStringProperty(WireFormat.CONTENT_TYPE, "application/json");
        return message;
    }
}
