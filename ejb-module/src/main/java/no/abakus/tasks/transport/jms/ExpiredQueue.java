package no.abakus.tasks.transport.jms;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Consumes the queue to which the broker moves expired messages, so that no task ends unnoticed. This requires broker
 * configuration: see {@code server-config}.
 */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/expired",
        interfaceName = "jakarta.jms.Queue",
        properties = "Name=${MPCONFIG=abakus.queue.expired:abakus.expired}")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = "java:app/jms/abakus/expired"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
        })
public class ExpiredQueue implements MessageListener {

    @Inject
    private JmsDeliveries deliveries;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        deliveries.expiredOrGiveBack(message);
    }
}
