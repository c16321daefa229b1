package no.abakus.tasks.broker.openmq;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.transport.jms.BrokerTraits;

/** How OpenMQ treats its senders, if it is in this process. */
public final class OpenMqTraits implements BrokerTraits {

    /** The package of its adapter's classes. */
    private static final String CLIENT = "com.sun.messaging.";

    private final OpenMqAdmin broker;
    private final boolean isBehind;
    private volatile boolean wasThere;

    /** The traits of the broker that these connections may lead to. */
    public OpenMqTraits(ConnectionFactory connections) {
        this.broker = new OpenMqAdmin(connections);
        this.isBehind = connections.getClass().getName().startsWith(CLIENT);
    }

    /** It moves expired messages to a queue of its own, and notifies no listener. */
    @Override
    public boolean dropsSilently() {
        return isThere();
    }

    /**
     * A call within the broker's own process bypasses the flow control of its network services, and is complete when it
     * returns.
     */
    @Override
    public boolean neverBlocks() {
        return isBehind && isThere();
    }

    /** It comes up with the server, perhaps after the first question, and stays. */
    private boolean isThere() {
        if (!wasThere) {
            wasThere = broker.isThere();
        }
        return wasThere;
    }
}
