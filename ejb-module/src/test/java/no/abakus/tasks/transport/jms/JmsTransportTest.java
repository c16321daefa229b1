package no.abakus.tasks.transport.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.testing.TransportContract;
import no.abakus.tasks.testing.TransportHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JMS transport meets the contract of all transports, over the broker that WildFly ships. */
@ExtendWith(EmbeddedBroker.class)
class JmsTransportTest extends TransportContract {

    private final JmsHarness harness = new JmsHarness("dead." + UUID.randomUUID());

    @Override
    protected TransportHarness harness() {
        return harness;
    }

    @Test
    void a_jms_console_finds_the_tasks_of_a_request() throws JMSException {
        String queue = "selected." + UUID.randomUUID();
        for (String request : new String[] {"r-1", "r-2", "r-3"}) {
            harness.transport()
                    .send(
                            new Route(queue, 4),
                            SampleMessages.draft("of-" + request)
                                    .context(Map.of("request_id", request, "current_user", 17))
                                    .message());
        }

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message found = jms.createConsumer(
                            jms.createQueue(QueueNames.PLAIN.atBroker(queue)),
                            "abakus_ctx_request_id = 'r-2' AND abakus_ctx_current_user > 16")
                    .receive(5_000);

            assertThat(found.getJMSCorrelationID()).isEqualTo("of-r-2");
        }
    }

    /** A program that may send to task queues could otherwise have a node write to these queues. */
    @Test
    void no_task_goes_to_a_queue_that_is_not_for_tasks() {
        for (String queue :
                List.of("abakus/dead_letter", "abakus/expired", "abakus/shop.dead_letter", "shop/parking")) {
            Route route = new Route(queue, 4);
            assertThatThrownBy(() -> harness.transport().send(route, SampleMessages.minimal("1")))
                    .as(queue)
                    .isInstanceOf(TaskOptionException.class)
                    .hasMessageContaining("is not for tasks");
            assertThatThrownBy(() -> harness.transport().check(route)).isInstanceOf(TaskOptionException.class);
        }
    }

    @Test
    void a_message_is_persistent_and_never_expires() throws JMSException {
        String queue = "persistent." + UUID.randomUUID();
        harness.transport().send(new Route(queue, 4), SampleMessages.minimal("1"));

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message found = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))
                    .receive(5_000);

            assertThat(found.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
            assertThat(found.getJMSExpiration()).isZero();
        }
    }

    private record Traits(boolean dropsSilently, boolean neverBlocks) implements BrokerTraits {}

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_send_may_hang_unless_the_broker_is_known_never_to_block(boolean neverBlocks) {
        JmsTransport transport = new JmsTransport(
                EmbeddedBroker.connections(),
                TaskClock.system(),
                new FakeTransactions(),
                new Traits(false, neverBlocks),
                Parking.NONE,
                QueueNames.PLAIN);

        assertThat(transport.mayHang(SampleMessages.minimal("1"))).isNotEqualTo(neverBlocks);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_task_that_expires_is_dropped_by_the_broker_only_where_somebody_hears_of_it(boolean dropsSilently)
            throws JMSException {
        String queue = "expiring." + UUID.randomUUID();
        Instant expires = Instant.now().plusSeconds(3_600);
        new JmsTransport(
                        EmbeddedBroker.connections(),
                        TaskClock.system(),
                        new FakeTransactions(),
                        new Traits(dropsSilently, false),
                        Parking.NONE,
                        QueueNames.PLAIN)
                .send(
                        new Route(queue, 4),
                        SampleMessages.draft("1").expires(expires).message());

        try (JMSContext jms = EmbeddedBroker.connections().createContext()) {
            Message found = jms.createConsumer(jms.createQueue(QueueNames.PLAIN.atBroker(queue)))
                    .receive(5_000);

            assertThat(found.getJMSExpiration() == 0).isEqualTo(dropsSilently);
            assertThat(found.getStringProperty("abakus_expires")).isNotNull();
        }
    }

    @Test
    void a_task_sent_over_the_callers_context_is_part_of_its_transaction() throws JMSException {
        String queue = "over." + UUID.randomUUID();
        try (JMSContext callers = EmbeddedBroker.connections().createContext(JMSContext.SESSION_TRANSACTED)) {
            harness.transport()
                    .sendOver(JmsConnection.of(callers), new Route(queue, 4), SampleMessages.minimal("undone"));
            callers.rollback();
            harness.transport()
                    .sendOver(JmsConnection.of(callers), new Route(queue, 4), SampleMessages.minimal("done"));
            callers.commit();

            assertThat(JmsHarness.browse(callers, QueueNames.PLAIN.atBroker(queue)))
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.getJMSCorrelationID()).isEqualTo("done"));
        }
    }

    @Test
    void a_connection_of_another_kind_is_refused() {
        assertThatThrownBy(() -> harness.transport()
                        .sendOver(new BrokerConnection() {}, new Route("any", 4), SampleMessages.minimal("1")))
                .isInstanceOf(TaskOptionException.class)
                .hasMessageContaining("JmsConnection.of");
    }
}
