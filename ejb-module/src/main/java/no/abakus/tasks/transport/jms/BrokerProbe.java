package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import no.abakus.tasks.spi.HealthProbe;

/** Checks that the broker responds, by browsing the head of a queue. */
final class BrokerProbe implements HealthProbe {

    private final ConnectionFactory connections;
    private final String queue;

    BrokerProbe(ConnectionFactory connections, String queue) {
        this.connections = connections;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public void check() throws JMSException {
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            browser.getEnumeration().hasMoreElements();
        }
    }
}
