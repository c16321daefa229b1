package no.abakus.tasks.transport.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ControlListener;

/** Receives the messages between nodes. Each node receives each message once, and only while the node is up. */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/control",
        interfaceName = "jakarta.jms.Topic",
        properties = "Name=${MPCONFIG=abakus.topic.control:abakus.control}")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:app/jms/abakus/control"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class ControlTopic implements MessageListener {

    @Inject
    private ControlListener listener;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            JmsControl.read(message).ifPresent(listener::heard);
        } catch (JMSException e) {
            throw new OperationalException("A message of another node could not be received: " + e.getMessage(), e);
        }
    }
}
