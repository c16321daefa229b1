package no.abakus.tasks.broker.artemis;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.broker.BrokerKind;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.transport.jms.QueueNames;

/** Artemis, inside WildFly or in a process of its own. */
public final class Artemis implements BrokerKind {

    private static final Set<String> NO_CONNECTION = Set.of(
            "org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException",
            "org.apache.activemq.artemis.api.core.ActiveMQConnectionTimedOutException",
            "org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException");

    @Override
    public Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names) {
        ArtemisAdmin admin = new ArtemisAdmin(connections, names);
        return admin.isThere() ? Optional.of(admin) : Optional.empty();
    }

    @Override
    public boolean isNoConnection(Throwable thrown) {
        return NO_CONNECTION.contains(thrown.getClass().getName());
    }
}
