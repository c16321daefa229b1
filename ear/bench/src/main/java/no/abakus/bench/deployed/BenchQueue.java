package no.abakus.bench.deployed;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.MessageListener;
import no.abakus.tasks.transport.jms.TaskListener;

/** Consumes our tasks, with as many sessions as {@link BareListener}. */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/bench",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "abakus.bench")
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/abakus/bench"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16"),
            @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = "16")
        })
public class BenchQueue extends TaskListener {}
