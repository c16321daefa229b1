package no.abakus.tasks.deployment;

import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import java.util.Arrays;
import java.util.Optional;
import no.abakus.tasks.transport.jms.TaskListener;

/** Reads the queue that a listener consumes from its annotations. */
final class ConsumedQueue {

    private ConsumedQueue() {}

    /** The queue's name at the broker; empty if the listener's queue is defined elsewhere. */
    static Optional<String> of(Class<? extends TaskListener> listener) {
        MessageDriven mdb = listener.getAnnotation(MessageDriven.class);
        if (mdb == null) {
            return Optional.empty();
        }
        return Arrays.stream(mdb.activationConfig())
                .filter(property -> property.propertyName().equals("destinationLookup"))
                .flatMap(lookup -> Arrays.stream(listener.getAnnotationsByType(JMSDestinationDefinition.class))
                        .filter(definition -> definition.name().equals(lookup.propertyValue())))
                .map(JMSDestinationDefinition::destinationName)
                .findFirst();
    }
}
