package no.abakus.it.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** An Artemis outside the server, on disk, reached over TCP with a password. It survives the server. */
final class OwnBroker implements AutoCloseable {

    /** What the server's script must know about the broker. */
    static final Map<String, String> LOGIN =
            Map.of("ABAKUS_BROKER_USER", "abakus", "ABAKUS_BROKER_PASSWORD", "broker-of-the-tests");

    private final int port;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private OwnBroker(int port) {
        this.port = port;
    }

    static OwnBroker start(Path folder, int port) {
        OwnBroker started = new OwnBroker(port);
        started.broker.setConfiguration(configuration(folder, port)).setSecurityManager(users());
        try {
            started.broker.start();
        } catch (Exception e) {
            throw new AssertionError("The broker on port " + port + " does not start", e);
        }
        return started;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private static Configuration configuration(Path folder, int port) {
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("abakus.dead_letter"))
                .setExpiryAddress(SimpleString.of("abakus.expired"))
                .setRedeliveryDelay(1_000)
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true);
        try {
            return new ConfigurationImpl()
                    .setPersistenceEnabled(true)
                    .setJMXManagementEnabled(false)
                    .setJournalType(JournalType.NIO)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .addAddressSetting("#", settings)
                    .putSecurityRoles(
                            "#",
                            Set.of(new Role(
                                    "application",
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true,
                                    true)))
                    .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
        } catch (Exception e) {
            throw new AssertionError("The address of port " + port + " is well-formed", e);
        }
    }

    private static ActiveMQJAASSecurityManager users() {
        String user = LOGIN.get("ABAKUS_BROKER_USER");
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(user, LOGIN.get("ABAKUS_BROKER_PASSWORD"));
        users.addRole(user, "application");
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new AssertionError("The broker on port " + port + " does not stop", e);
        }
    }
}
