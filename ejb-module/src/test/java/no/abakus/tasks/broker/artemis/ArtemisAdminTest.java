package no.abakus.tasks.broker.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.UUID;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.broker.KnownBrokers;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.testing.BrokerAdminContract;
import no.abakus.tasks.testing.SampleMessages;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.QueueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker that WildFly ships, monitored and managed with management messages. */
@ExtendWith(EmbeddedBroker.class)
class ArtemisAdminTest extends BrokerAdminContract {

    private final BrokerAdmin broker = KnownBrokers.listed().admin(EmbeddedBroker.connections(), QueueNames.PLAIN);
    private final JmsTransport transport =
            new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN);

    @Override
    protected BrokerAdmin broker() {
        return broker;
    }

    @Override
    protected Transport transport() {
        return transport;
    }

    @Override
    protected Instant now() {
        return TaskClock.system().now();
    }

    @Override
    protected BrokerAdmin unreachable() {
        return KnownBrokers.listed().admin(EmbeddedBroker.unreachable(), QueueNames.PLAIN);
    }

    @Test
    void it_is_found_and_can_do_all() {
        assertThat(broker.capabilities()).containsExactlyInAnyOrder(Capability.values());
    }

    @Test
    void the_queues_of_all_applications_are_listed_under_the_brokers_names() {
        String own = "own_" + UUID.randomUUID().toString().replace('-', '_');
        transport.send(new Route(own, 4), SampleMessages.minimal("1"));
        transport.send(new Route("shop/" + own, 4), SampleMessages.minimal("2"));
        transport.send(new Route("shop/" + own, 4), SampleMessages.minimal("3"));

        assertThat(broker.all())
                .filteredOn(queue -> queue.queue().endsWith(own))
                .extracting(QueueState::queue, queue -> queue.waiting().getAsLong())
                .containsExactly(tuple("abakus." + own, 1L), tuple("abakus.shop." + own, 2L));
    }

    @Test
    void a_queue_that_the_broker_has_yet_to_make_is_empty_and_cannot_be_paused() {
        String notMade = "nowhere." + UUID.randomUUID();

        assertThat(broker.state(notMade)).isEqualTo(QueueState.empty(notMade));
        assertThatThrownBy(() -> broker.pause(notMade))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("knows no queue");
    }
}
