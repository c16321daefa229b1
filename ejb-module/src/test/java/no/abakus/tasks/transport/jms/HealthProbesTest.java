package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.WorkGate;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.ScriptedHandler;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether broker and listeners work is tested, not assumed. */
@ExtendWith(EmbeddedBroker.class)
class HealthProbesTest {

    private static final int OTHERS = 5;

    private final SettableClock clock = new SettableClock();
    private final String name = "probed." + UUID.randomUUID();
    private final String queue = QueueNames.PLAIN.atBroker(name);

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
    void listeners_that_take_no_message_are_not_healthy_and_the_probe_expires_soon() throws JMSException {
        ConsumerMonitor pulse = monitor();

        assertThat(pulse.name()).isEqualTo("workers");
        assertThatThrownBy(pulse::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No listener of this node has taken a message from queue '" + queue + "'");
        assertThat(life(left())).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void a_probe_does_not_expire_before_its_time_by_a_clock_that_is_ten_seconds_ahead() throws JMSException {
        assertThatThrownBy(monitor()::check).isInstanceOf(IllegalStateException.class);

        assertThat(life(left())).isGreaterThanOrEqualTo(Duration.ofSeconds(11));
    }

    /** Returns the probe that waits in the queue. */
    private Message left() throws JMSException {
        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            return JmsHarness.browse(jms, queue).get(0);
        }
    }

    private static Duration life(Message probe) throws JMSException {
        return Duration.ofMillis(probe.getJMSExpiration() - probe.getJMSTimestamp());
    }

    @Test
    void a_listener_that_takes_the_probe_is_healthy_from_then_on() throws Exception {
        ConsumerMonitor pulse = monitor();

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            consume(jms, pulse);

            assertThatCode(pulse::check).doesNotThrowAnyException();
        }
        assertThatCode(pulse::check).doesNotThrowAnyException();
    }

    @Test
    void a_node_whose_listeners_are_gone_is_not_healthy_although_other_nodes_consume_the_queue() {
        ConsumerMonitor pulse = monitor();
        List<JMSContext> others = new ArrayList<>();
        try {
            for (int i = 0; i < OTHERS; i++) {
                JMSContext other = EmbeddedBroker.connections().createContext();
                others.add(other);
                consume(other, monitor());
            }
            try (JMSContext own = EmbeddedBroker.connections().createContext()) {
                consume(own, pulse);

                assertThatCode(() -> pulse.checkOwn(OTHERS + 1)).doesNotThrowAnyException();
                clock.advance(Duration.ofSeconds(10));
                assertThatCode(() -> pulse.checkOwn(OTHERS + 1)).doesNotThrowAnyException();
            }
            clock.advance(Duration.ofSeconds(10));

            assertThatThrownBy(() -> pulse.checkOwn(OTHERS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("No listener of this node receives messages of queue '" + queue + "'");
        } finally {
            others.forEach(JMSContext::close);
        }
    }

    @Test
    void a_message_of_another_queue_does_not_show_that_the_listeners_consume() {
        ConsumerMonitor pulse = monitor();
        pulse.beat("reports");

        assertThatThrownBy(() -> pulse.checkOwn(1)).isInstanceOf(IllegalStateException.class);
        pulse.beat(name);
        assertThatCode(() -> pulse.checkOwn(1)).doesNotThrowAnyException();
    }

    private ConsumerMonitor monitor() {
        return new ConsumerMonitor(EmbeddedBroker.connections(), QueueNames.PLAIN, name, () -> false, clock);
    }

    /** Consumes the queue as a node with this monitor does. */
    private void consume(JMSContext jms, ConsumerMonitor pulse) {
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
        jms.createConsumer(jms.createQueue(queue))
                .setMessageListener(message -> deliveries.receive(message, new ConsumedQueue()));
    }
}
