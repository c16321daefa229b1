package no.abakus.tasks.broker;

import jakarta.jms.ConnectionFactory;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * One kind of broker. Each implementation has a package of its own and is listed in {@code META-INF/services}.
 * Thread-safe.
 */
public interface BrokerKind {

    /**
     * Returns the tools that monitor and manage the broker; empty if the connections lead to a broker of another kind.
     *
     * @param names the names of the application's queues at the broker
     * @throws OperationalException if the broker cannot be reached
     */
    Optional<BrokerAdmin> admin(ConnectionFactory connections, QueueNames names);

    /**
     * How the broker treats its senders; {@link BrokerTraits#UNKNOWN} if senders need not consider anything special.
     */
    default BrokerTraits traits(ConnectionFactory connections) {
        return BrokerTraits.UNKNOWN;
    }

    /**
     * Whether the broker's client throws this exception when it has no connection. Implementations compare the name of
     * the exception's class, because not every server has the client's classes.
     */
    boolean isNoConnection(Throwable thrown);
}
