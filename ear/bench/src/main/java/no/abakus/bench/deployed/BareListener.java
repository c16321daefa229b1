package no.abakus.bench.deployed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.logging.Logger;

/**
 * A listener as one would write it by hand for one task. It reads the id and the two arguments, calls a bean, logs a
 * line before and a line after the call, and stores the result if the benchmark asks for it. It has no log context, no
 * retries, no dead letters and no events.
 */
@JMSDestinationDefinition(
        name = "java:app/jms/abakus/bare",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "abakus.bare")
@MessageDriven(
        messageListenerInterface = MessageListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/abakus/bare"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "16"),
            @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = "16")
        })
public class BareListener implements MessageListener {

    static final Logger LOG = Logger.getLogger("no.abakus.bench.bare");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private BareBody body;

    @Inject
    private BareStore store;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        try {
            String id = message.getStringProperty(BareMessage.ID);
            JsonNode arguments =
                    JSON.readTree(((TextMessage) message).getText()).get("args");
            LOG.info(() -> "bench.noop " + id + " started");
            long before = System.nanoTime();
            body.run(arguments.get(0).intValue(), arguments.get(1).textValue());
            store.ended(id, arguments.get(1).textValue());
            LOG.info(() -> "bench.noop " + id + " succeeded in " + (System.nanoTime() - before) / 1000 + " us");
        } catch (JMSException | JsonProcessingException e) {
            throw new IllegalStateException("The message could not be read: " + e.getMessage(), e);
        }
    }
}
