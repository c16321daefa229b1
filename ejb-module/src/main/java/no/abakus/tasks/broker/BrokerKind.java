package no.abakus.tasks.broker;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * One kind of broker. Each kind has one implementation, in a package of its own and with a line in {@code
 * META-INF/services}. Thread-safe.
 */
public interface BrokerKind {

    /**
     * Returns the tools that monitor and manage the broker; empty if the connections lead to a broker of another kind.
     *
     * @param names the names of the application's queues at the broker
     * @throws OperationalException if the broker cannot be reached
     */
    Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names);

    /** How the broker treats its senders; {@link BrokerTraits#UNKNOWN} if it needs no special treatment. */
    default BrokerTraits traits(ConnectionFactory connections) {
        return BrokerTraits.UNKNOWN;
    }

    /**
     * Whether the broker's client throws this exception when it has no connection. The exception's type can only be
     * recognized by its name, because not every server has the client's classes.
     */
    boolean isNoConnection(Throwable thrown);
}
