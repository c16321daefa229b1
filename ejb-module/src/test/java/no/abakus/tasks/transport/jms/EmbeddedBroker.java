package no.abakus.tasks.transport.jms;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The broker that WildFly ships, in this process and in memory; started once for all tests that use this extension. */
public final class EmbeddedBroker implements BeforeAllCallback {

    private static final String URL = "vm://0";

    /** Queues whose names begin like this do not exist, and are not created when somebody names them. */
    static final String GONE = "abakus.gone.";

    /** No broker listens at this address. */
    private static final String NOBODY = "vm://99";

    private static final ConnectionFactory CONNECTIONS = new ActiveMQConnectionFactory(URL);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(EmbeddedBroker.class))
                .computeIfAbsent(Running.class, key -> new Running(), Running.class);
    }

    public static ConnectionFactory connections() {
        return CONNECTIONS;
    }

    public static ConnectionFactory unreachable() {
        return new ActiveMQConnectionFactory(NOBODY);
    }

    /** Stopped by JUnit after the last test. */
    private static final class Running implements AutoCloseable {

        private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

        Running() {
            try {
                Configuration configuration = new ConfigurationImpl()
                        .setPersistenceEnabled(false)
                        .setSecurityEnabled(false)
                        .setJMXManagementEnabled(false)
                        .addAddressSetting(GONE + "#", existing())
                        // The client looks for a queue with the prefix of Artemis 1, too.
                        .addAddressSetting("jms.queue." + GONE + "#", existing())
                        .addAcceptorConfiguration("in-vm", URL);
                broker.setConfiguration(configuration).start();
            } catch (Exception e) {
                throw new IllegalStateException("The embedded broker did not start", e);
            }
        }

        private static AddressSettings existing() {
            return new AddressSettings().setAutoCreateQueues(false).setAutoCreateAddresses(false);
        }

        @Override
        public void close() throws Exception {
            broker.stop();
        }
    }
}
