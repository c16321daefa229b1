package no.abakus.tasks.transport.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;

/**
 * Consumes the default queue. Also declares the queue of delayed tasks, and the dead-letter queue, which has no
 * consumer.
 */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/default",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "abakus.default")
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/dead_letter",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "abakus.dead_letter")
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/parking",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "abakus.parking")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:app/jms/abakus/default"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16")
        })
public class DefaultQueue extends TaskListener {}
