package no.abakus.tasks.broker.openmq;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.broker.BrokerKind;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/** OpenMQ, Payara's own broker. It is recognized only if it runs inside this process. */
public final class OpenMq implements BrokerKind {

    /** The package of OpenMQ's client and of its resource adapter. */
    static final String CLIENT = "com.sun.messaging.";

    /** The error codes for a connection that could not be created or is closed. */
    private static final List<String> NO_CONNECTION = List.of("[C4001]", "[C4003]", "[C4056]", "[C4059]", "[C4062]");

    @Override
    public Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names) {
        OpenMqAdmin admin = new OpenMqAdmin(connections, names);
        return admin.isThere() ? Optional.of(admin) : Optional.empty();
    }

    @Override
    public BrokerTraits traits(ConnectionFactory connections) {
        return new OpenMqTraits(connections);
    }

    /**
     * Considers only exceptions of JMS and of the client. The message of an application's own exception may also
     * contain these codes.
     */
    @Override
    public boolean isNoConnection(Throwable thrown) {
        String type = thrown.getClass().getName();
        if (!type.startsWith("jakarta.jms.") && !type.startsWith(CLIENT)) {
            return false;
        }
        String message = thrown.getMessage();
        return message != null && NO_CONNECTION.stream().anyMatch(message::contains);
    }
}
