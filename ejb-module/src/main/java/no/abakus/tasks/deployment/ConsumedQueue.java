package no.abakus.tasks.deployment;

import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import java.util.Arrays;
import java.util.Optional;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.transport.jms.TaskListener;

/**
 * The queue that a listener consumes, as its annotations declare it.
 *
 * @param name the name that tasks use
 * @param lookup the JNDI name of the queue
 * @param given the queue's name at the broker, if the listener declares that name; otherwise the name follows from the
 *     application's name
 */
record ConsumedQueue(String name, String lookup, Optional<String> given) {

    /** Reads the listener's annotations; returns empty if the queue is defined elsewhere. */
    static Optional<ConsumedQueue> of(Class<? extends TaskListener> listener) {
        MessageDriven mdb = listener.getAnnotation(MessageDriven.class);
        if (mdb == null) {
            return Optional.empty();
        }
        return Arrays.stream(mdb.activationConfig())
                .filter(property -> property.propertyName().equals("destinationLookup"))
                .flatMap(lookup -> Arrays.stream(listener.getAnnotationsByType(JMSDestinationDefinition.class))
                        .filter(definition -> definition.name().equals(lookup.propertyValue())))
                .map(ConsumedQueue::of)
                .findFirst();
    }

    private static ConsumedQueue of(JMSDestinationDefinition definition) {
        String lookup = definition.name();
        String given = definition.destinationName();
        return given.isEmpty()
                ? new ConsumedQueue(lookup.substring(lookup.lastIndexOf('/') + 1), lookup, Optional.empty())
                : new ConsumedQueue(QueueNames.PLAIN.ofBroker(given), lookup, Optional.of(given));
    }
}
