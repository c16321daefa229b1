package no.abakus.bench.drills;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.LoggerFactory;

/** An Artemis broker outside the server. It stores messages on disk and accepts connections over TCP. */
final class DrillBroker implements AutoCloseable {

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private DrillBroker() {}

    static DrillBroker start(Path folder, int port) throws Exception {
        // Otherwise, the broker would log every message that it accepts.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        DrillBroker started = new DrillBroker();
        AddressSettings settings = new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setMaxDeliveryAttempts(20)
                .setRedeliveryDelay(1_000)
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true);
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .addAddressSetting("#", settings)
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
        started.broker.setConfiguration(configuration).start();
        return started;
    }

    /**
     * Returns how many messages there are in all queues whose names have this ending, including delayed messages and
     * messages that are being delivered.
     */
    long messages(String ending) {
        return broker.getActiveMQServer()
                .getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getUniqueName().toString().endsWith(ending))
                .filter(QueueBinding.class::isInstance)
                .map(QueueBinding.class::cast)
                .mapToLong(binding -> binding.getQueue().getMessageCount())
                .sum();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
