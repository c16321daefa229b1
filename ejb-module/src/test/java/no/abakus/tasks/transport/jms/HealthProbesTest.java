package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.UUID;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.ScriptedHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether broker and listeners work is tested, not assumed. */
@ExtendWith(EmbeddedBroker.class)
class HealthProbesTest {

    private final String queue = QueueNames.PLAIN.atBroker("probed." + UUID.randomUUID());

    @Test
    void a_broker_that_answers_is_healthy() {
        BrokerProbe probe = new BrokerProbe(EmbeddedBroker.connections(), queue);

        assertThat(probe.name()).isEqualTo("broker");
        assertThatCode(probe::check).doesNotThrowAnyException();
    }

    @Test
    void a_broker_that_is_not_there_is_not() {
        BrokerProbe probe = new BrokerProbe(EmbeddedBroker.unreachable(), queue);

        assertThatThrownBy(probe::check).isInstanceOf(JMSRuntimeException.class);
    }

    @Test
    void listeners_that_take_no_message_are_not_healthy_and_the_probe_does_not_stay_behind() throws JMSException {
        ConsumerMonitor pulse = new ConsumerMonitor(EmbeddedBroker.connections(), queue, () -> false);

        assertThat(pulse.name()).isEqualTo("workers");
        assertThatThrownBy(pulse::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No listener of this node has taken a message from queue '" + queue + "'");
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message left = jms.createConsumer(jms.createQueue(queue)).receiveNoWait();
            assertThat(left).isNull();
        }
    }

    @Test
    void a_listener_that_takes_the_probe_is_healthy_from_then_on() throws Exception {
        ConsumerMonitor pulse = new ConsumerMonitor(EmbeddedBroker.connections(), queue, () -> false);
        JmsDeliveries deliveries = new JmsDeliveries(
                new MessageConfig(1024, 64, 8192, 0, 0),
                ScriptedHandler.of(delivery -> {
                    throw new AssertionError("A probe is no task");
                }),
                new DeadLetters(EmbeddedBroker.connections(), "dead", TaskClock.system(), "n"),
                new GivenBack(
                        EmbeddedBroker.connections(), TaskClock.system(), why -> false, SampleMessages.TOKENS.seals()),
                pulse,
                WorkGate.OPEN,
                QueueNames.PLAIN,
                SampleMessages.TOKENS);

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            jms.createConsumer(jms.createQueue(queue))
                    .setMessageListener(message -> deliveries.receive(message, new ConsumedQueue()));

            assertThatCode(pulse::check).doesNotThrowAnyException();
        }
        assertThatCode(pulse::check).doesNotThrowAnyException();
    }
}
