package no.abakus.tasks.broker.portable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.testing.BrokerAdminContract;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.QueueNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Any JMS broker, here an Artemis whose management is left aside: due messages are listed, all else is refused. */
@ExtendWith(EmbeddedBroker.class)
class BrowsingAdminTest extends BrokerAdminContract {

    private final BrokerAdmin broker = new BrowsingAdmin(EmbeddedBroker.connections(), QueueNames.PLAIN);
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
        return new BrowsingAdmin(EmbeddedBroker.unreachable(), QueueNames.PLAIN);
    }

    @Test
    void listing_is_all_that_it_can_do() {
        assertThat(broker.capabilities()).containsExactly(Capability.LIST_WAITING);
    }
}
