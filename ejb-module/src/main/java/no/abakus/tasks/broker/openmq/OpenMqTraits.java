package no.abakus.tasks.broker.openmq;

import jakarta.jms.ConnectionFactory;
import no.abakus.tasks.transport.jms.BrokerTraits;

/** How an OpenMQ treats its senders, where there is one in this process. */
public final class OpenMqTraits implements BrokerTraits {

    /** Of the package in which its adapter's classes are. */
    private static final String CLIENT = "com.sun.messaging.";

    private final OpenMqAdmin broker;
    private final boolean isBehind;
    private volatile boolean wasThere;

    /** Those of the broker that these connections may lead to. */
    public OpenMqTraits(ConnectionFactory connections) {
        this.broker = new OpenMqAdmin(connections);
        this.isBehind = connections.getClass().getName().startsWith(CLIENT);
    }

    /** What has expired it moves to a queue of its own, where no listener is told. */
    @Override
    public boolean dropsSilently() {
        return isThere();
    }

    /** A call of it in its own process goes past the flow control of its network services, and is over when it returns. */
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
