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
import no.abakus.tasks.port.NewsListener;

/**
 * Receives the notifications of all nodes. Each node receives each notification once. The subscription is not durable,
 * because no caller waits on a node that is down.
 */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/events",
        interfaceName = "jakarta.jms.Topic",
        properties = "Name=${MPCONFIG=abakus.topic.events:abakus.events}")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/abakus/events"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Topic"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class NewsTopic implements MessageListener {

    @Inject
    private NewsListener listener;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            JmsNews.read(message).forEach(listener::heard);
        } catch (JMSException e) {
            throw new OperationalException("Notifications could not be received: " + e.getMessage(), e);
        }
    }
}
