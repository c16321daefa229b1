package no.abakus.tasks.deployment;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import no.abakus.tasks.port.PointedDestinations;
import no.abakus.tasks.port.ServerTraits;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * The application's queues and topics.
 *
 * @param names the names of the queues and topics at the broker
 * @param queues the names that tasks use for all queues, including Abakus's own queues
 * @param listened the destinations that listeners consume: their names at the broker, by their JNDI names
 */
record Destinations(QueueNames names, Set<String> queues, Map<String, String> listened) {

    /** The topics of Abakus. No listener consumes {@code monitoring}. */
    static final Set<String> TOPICS = Set.of("control", "events", "monitoring");

    private static final String JNDI = "java:app/jms/abakus/";

    static Destinations of(String application, Collection<ConsumedQueue> consumed) {
        Map<String, String> given = new HashMap<>();
        consumed.forEach(queue -> queue.given().ifPresent(name -> given.put(queue.name(), name)));
        QueueNames names = new QueueNames(application, given);
        Set<String> queues = new TreeSet<>(QueueNames.RESERVED);
        Map<String, String> listened = new TreeMap<>();
        consumed.forEach(queue -> {
            queues.add(queue.name());
            listened.put(queue.lookup(), names.atBroker(queue.name()));
        });
        listened.put(JNDI + QueueNames.EXPIRED, names.atBroker(QueueNames.EXPIRED));
        listened.put(JNDI + "control", names.topicAtBroker("control"));
        listened.put(JNDI + "events", names.topicAtBroker("events"));
        return new Destinations(names, Set.copyOf(queues), Map.copyOf(listened));
    }

    /**
     * Checks that each listener consumes a destination of this application. Only needed on a server that takes the
     * names of destinations from annotations.
     *
     * @throws IllegalStateException if a listener has another destination, because such a listener would take the tasks
     *     of another application
     */
    void check(ServerTraits server) {
        listened.forEach((lookup, name) -> {
            String there = named(lookup, server);
            if (!there.isEmpty() && !there.equals(name)) {
                throw new IllegalStateException("The listener of " + lookup + " consumes '" + there
                        + "' at the broker instead of '" + name + "', because the server did not ask the application"
                        + " for the name. MicroProfile Config must be enabled, and its source "
                        + DestinationNames.class.getName()
                        + " must be in the archive");
            }
        });
    }

    @SuppressWarnings("BanJNDI") // names from annotations of the application's own classes
    private static String named(String lookup, ServerTraits server) {
        try {
            Object destination = InitialContext.doLookup(lookup);
            if (!server.namesByAnnotation(destination)) {
                return "";
            }
            return destination instanceof Topic topic ? topic.getTopicName() : ((Queue) destination).getQueueName();
        } catch (NamingException | JMSException e) {
            return "";
        }
    }

    /**
     * Gives the listeners their destinations. Only needed on a server where destination definitions cannot contain the
     * application's name.
     */
    PointedDestinations point(ServerTraits server) {
        return server.point(listened).orElse(PointedDestinations.NONE);
    }
}
