package no.abakus.tasks.broker.openmq;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.port.BrokerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/** The traits of an OpenMQ broker in this process. */
final class OpenMqTraits implements BrokerTraits {

    private final OpenMqAdmin broker;
    private final boolean isBehind;
    private volatile boolean wasThere;

    /** Creates the traits of the broker behind these connections. The broker need not be OpenMQ. */
    OpenMqTraits(ConnectionFactory connections) {
        this.broker = new OpenMqAdmin(connections, QueueNames.PLAIN);
        this.isBehind = connections.getClass().getName().startsWith(OpenMq.CLIENT);
    }

    /**
     * Whether this process contains an OpenMQ broker. OpenMQ moves expired messages to its own dead message queue, and
     * notifies no listener.
     */
    @Override
    public boolean dropsSilently() {
        return isThere();
    }

    /**
     * Whether the connections lead to an OpenMQ broker in this process. If so, a send bypasses the flow control of the
     * network services, and is complete when it returns.
     */
    @Override
    public boolean neverBlocks() {
        return isBehind && isThere();
    }

    /**
     * Whether this process contains an OpenMQ broker. Caches only a positive result, because the broker may start after
     * the first check. Once it has started, it runs as long as the process.
     */
    private boolean isThere() {
        if (!wasThere) {
            wasThere = broker.isThere();
        }
        return wasThere;
    }
}
