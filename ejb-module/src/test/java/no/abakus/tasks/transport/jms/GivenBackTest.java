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
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.ScriptedHandler;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that cannot be handled now is redelivered later, not immediately. */
@ExtendWith(EmbeddedBroker.class)
class GivenBackTest {

    private static final long PATIENCE_MILLIS = 5_000;

    private final String queue = QueueNames.PLAIN.atBroker("given-back." + UUID.randomUUID());
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
    void its_group_is_kept_and_a_property_that_jms_cannot_write_is_left_out() throws JMSException {
        JmsDeliveries deliveries = new JmsHarness("dead." + UUID.randomUUID()).deliveries(away);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));
            TextMessage message = task(jms);
            message.setStringProperty("JMSXGroupID", "group-7");
            ((ActiveMQMessage) message).getCoreMessage().putStringProperty("their-own", "x");
            jms.createProducer().send(jms.createQueue(queue), message);

            deliveries.receiveOrGiveBack(consumer.receive(PATIENCE_MILLIS), new ConsumedQueue());

            Message again = consumer.receive(PATIENCE_MILLIS);
            assertThat(again.getIntProperty(WireFormat.RETURNS)).isEqualTo(1);
            assertThat(again.getStringProperty("JMSXGroupID")).isEqualTo("group-7");
        }
    }

    @Test
    void what_the_broker_does_not_take_back_is_thrown_so_that_it_delivers_it_again_itself() throws JMSException {
        JmsDeliveries deliveries = new JmsDeliveries(
                new MessageConfig(1024, 64, 8192, 0, 0),
                away,
                new DeadLetters(EmbeddedBroker.unreachable(), "dead", TaskClock.system(), JmsHarness.NODE),
                new GivenBack(
                        EmbeddedBroker.unreachable(), TaskClock.system(), why -> false, SampleMessages.TOKENS.seals()),
                new ConsumerMonitor(
                        EmbeddedBroker.unreachable(), QueueNames.PLAIN, queue, () -> false, TaskClock.system()),
                WorkGate.OPEN,
                QueueNames.PLAIN,
                SampleMessages.TOKENS);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Queue source = jms.createQueue(queue);
            jms.createProducer().send(source, task(jms));
            Message message = jms.createConsumer(source).receive(PATIENCE_MILLIS);

            assertThatThrownBy(() -> deliveries.receiveOrGiveBack(message, new ConsumedQueue()))
                    .isInstanceOf(OperationalException.class)
                    .hasMessage("the database is away");
        }
    }

    @Test
    void one_that_fails_by_itself_again_and_again_is_a_dead_letter_with_the_last_reason() throws JMSException {
        String graveyard = "dead." + UUID.randomUUID();
        JmsDeliveries deliveries = new JmsHarness(graveyard).deliveries(away);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));

            deliveries.receiveOrGiveBack(returned(jms, consumer, GivenBack.MOST_ALONE - 1), new ConsumedQueue());
            Message last = consumer.receive(2 * PATIENCE_MILLIS);
            assertThat(last.getIntProperty(WireFormat.RETURNS_ALONE)).isEqualTo(GivenBack.MOST_ALONE);
            deliveries.receiveOrGiveBack(last, new ConsumedQueue());

            Message dead = jms.createConsumer(jms.createQueue(graveyard)).receive(PATIENCE_MILLIS);
            assertThat(dead.getStringProperty(WireFormat.DEAD_REASON)).isEqualTo("given-up");
            assertThat(dead.getStringProperty(WireFormat.DEAD_DETAIL)).contains("21 times", "the database is away");
            assertThat(away.givenUp()).containsExactly("1");
        }
    }

    @Test
    void an_outage_is_waited_for_as_long_as_it_lasts() throws JMSException {
        JmsDeliveries deliveries = new JmsHarness("dead." + UUID.randomUUID(), why -> true).deliveries(away);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));

            deliveries.receiveOrGiveBack(returned(jms, consumer, GivenBack.MOST_ALONE), new ConsumedQueue());

            Message again = consumer.receive(2 * PATIENCE_MILLIS);
            assertThat(again.getIntProperty(WireFormat.RETURNS_AWAY)).isEqualTo(1);
            assertThat(again.getIntProperty(WireFormat.RETURNS))
                    .as("for other reasons")
                    .isEqualTo(1_000);
            assertThat(again.getIntProperty(WireFormat.RETURNS_ALONE)).isEqualTo(GivenBack.MOST_ALONE);
        }
    }

    @Test
    void the_end_of_an_expired_task_waits_for_the_database_too() throws JMSException {
        DeliveryHandler handler = new DeliveryHandler() {
            @Override
            public Settlement deliver(Delivery delivery) {
                throw new AssertionError("It has expired");
            }

            @Override
            public void unreadable(String from, String messageId, Rejection rejection) {
                throw new AssertionError(rejection.detail());
            }

            @Override
            public Settlement expired(TaskMessage message, String from) {
                throw new OperationalException("the database is away");
            }
        };
        JmsDeliveries deliveries = new JmsHarness("dead." + UUID.randomUUID(), why -> true).deliveries(handler);
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue));
            jms.createProducer().send(jms.createQueue(queue), task(jms));

            deliveries.expiredOrGiveBack(consumer.receive(PATIENCE_MILLIS));

            assertThat(consumer.receiveNoWait()).as("at once").isNull();
            assertThat(consumer.receive(PATIENCE_MILLIS).getIntProperty(WireFormat.RETURNS_AWAY))
                    .isEqualTo(1);
        }
    }

    private Message returned(JMSContext jms, JMSConsumer consumer, int alone) throws JMSException {
        TextMessage message = task(jms);
        message.setIntProperty(WireFormat.RETURNS, 1_000);
        message.setIntProperty(WireFormat.RETURNS_ALONE, alone);
        jms.createProducer().send(jms.createQueue(queue), message);
        return consumer.receive(PATIENCE_MILLIS);
    }

    private static TextMessage task(JMSContext jms) throws JMSException {
        TextMessage message = jms.createTextMessage("{}");
        message.setStringProperty(WireFormat.ID, "1");
        message.setStringProperty(WireFormat.TASK, "mail.send");
        message.setStringProperty(WireFormat.CONTENT_TYPE, "application/json");
        return message;
    }
}
