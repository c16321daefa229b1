package no.abakus.tasks.deployment;

import java.util.Set;
import no.abakus.tasks.config.ApplicationConfig;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.transport.jms.QueueNames;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells Payara the names that an application's queues and topics have at the broker. The destination definitions of the
 * listeners refer to these names as {@code ${MPCONFIG=abakus.queue.NAME}}, because an annotation cannot contain the
 * application's name. Payara resolves these references when it activates the listeners, before CDI starts.
 */
public final class DestinationNames implements ConfigSource {

    private static final String QUEUE = "abakus.queue.";
    private static final String TOPIC = "abakus.topic.";

    /** Lower than the ordinal of a configuration file in the archive, so that such a file can set another name. */
    private static final int ORDINAL = 50;

    /** Creates the source; called by the server. */
    public DestinationNames() {}

    @Override
    public String getName() {
        return "Abakus: names of queues and topics";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    /** Returns an empty set, because the names of destinations are not settings. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String key) {
        if (key.startsWith(QUEUE)) {
            return names().atBroker(key.substring(QUEUE.length()));
        }
        return key.startsWith(TOPIC) ? names().topicAtBroker(key.substring(TOPIC.length())) : null;
    }

    private static QueueNames names() {
        return new QueueNames(ApplicationConfig.name(ServerConfig.source()));
    }
}
