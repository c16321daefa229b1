package no.abakus.tasks.broker;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import no.abakus.tasks.broker.portable.BrowsingAdmin;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/** The kinds of brokers that this archive knows. Thread-safe. */
public final class KnownBrokers {

    private final List<BrokerKind> kinds;

    KnownBrokers(List<BrokerKind> kinds) {
        this.kinds = kinds;
    }

    /** The kinds listed in {@code META-INF/services} of the archive that contains this class. */
    public static KnownBrokers listed() {
        // The thread's class loader is not used, because it may belong to another module or to the server.
        ServiceLoader<BrokerKind> listed = ServiceLoader.load(BrokerKind.class, KnownBrokers.class.getClassLoader());
        return new KnownBrokers(listed.stream().map(ServiceLoader.Provider::get).toList());
    }

    /** Returns the tools that monitor and manage the broker behind these connections. */
    public BrokerAdmin admin(ConnectionFactory connections, QueueNames names) {
        return new FoundBroker(() -> find(connections, names));
    }

    private BrokerAdmin find(ConnectionFactory connections, QueueNames names) {
        return kinds.stream()
                .map(kind -> kind.admin(connections, names))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new BrowsingAdmin(connections, names));
    }

    /** How the broker behind these connections treats its senders. */
    public BrokerTraits traits(ConnectionFactory connections) {
        return new AnyOf(kinds.stream().map(kind -> kind.traits(connections)).toList());
    }

    /** Whether the client of one of these brokers throws this exception when it has no connection. */
    public boolean isNoConnection(Throwable thrown) {
        return kinds.stream().anyMatch(kind -> kind.isNoConnection(thrown));
    }

    /** The traits of the broker. Asks all kinds, because a kind returns true only if the broker is of that kind. */
    private record AnyOf(List<BrokerTraits> kinds) implements BrokerTraits {

        @Override
        public boolean dropsSilently() {
            return kinds.stream().anyMatch(BrokerTraits::dropsSilently);
        }

        @Override
        public boolean neverBlocks() {
            return kinds.stream().anyMatch(BrokerTraits::neverBlocks);
        }
    }
}
