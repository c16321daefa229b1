package no.abakus.it.container;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import no.abakus.logging.Log;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.jms.CarriesLogContext;

/** A hand-written message-driven bean of an application. It sends a task for each message. */
@JMSDestinationDefinition(
        name = "java:app/jms/tests/plain",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "tests_plain")
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/tests/plain"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")
        })
@CarriesLogContext
public class PlainListener implements MessageListener {

    private static final Log log = Log.get(PlainListener.class);

    @Inject
    private Tasks tasks;

    @Override
    public void onMessage(Message message) {
        try {
            String text = ((TextMessage) message).getText();
            log.info("plain_message_received", "text", text);
            tasks.delay(Received::receive, text);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
