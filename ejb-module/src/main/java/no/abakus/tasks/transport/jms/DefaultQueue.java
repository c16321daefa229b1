package no.abakus.tasks.transport.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;

/** Consumes the default queue. */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/default",
        interfaceName = "jakarta.jms.Queue",
        properties = "Name=${MPCONFIG=abakus.queue.default:abakus.default}")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:app/jms/abakus/default"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(
                    propertyName = "maxSession",
                    propertyValue = "${MPCONFIG=abakus.concurrency.default:16}")
        })
public class DefaultQueue extends TaskListener {}
