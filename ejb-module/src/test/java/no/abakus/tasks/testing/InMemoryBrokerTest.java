package no.abakus.tasks.testing;

import java.time.Instant;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.Transport;

/** The broker in memory, with all capabilities, fulfils the contract of all brokers. */
class InMemoryBrokerTest extends BrokerAdminContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryTransport transport = new InMemoryTransport(clock);
    private final InMemoryBroker broker = allowed(new InMemoryBroker(transport, clock));

    private static InMemoryBroker allowed(InMemoryBroker broker) {
        broker.allow(Capability.values());
        return broker;
    }

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
        return clock.now();
    }

    @Override
    protected BrokerAdmin unreachable() {
        InMemoryTransport broken = new InMemoryTransport(clock);
        broken.breakDown("connection refused");
        return allowed(new InMemoryBroker(broken, clock));
    }
}
