package no.abakus.tasks.broker.artemis;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.List;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.databind.JsonNode;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.jackson.databind.node.MissingNode;
import no.abakus.tasks.OperationalException;

/**
 * Queries an Artemis broker with messages to its management address. Each message names a resource, and either an
 * attribute or an operation with parameters. The object that stands for the address comes from the broker's client
 * library. It is created by reflection, because the library belongs to the server. Thread-safe.
 */
final class Management {

    private static final String CLIENT = "org.apache.activemq.artemis.api.jms.ActiveMQJMSClient";
    private static final String ADDRESS = "activemq.management";
    private static final long PATIENCE_MILLIS = 3_000;

    private static final String RESOURCE = "_AMQ_ResourceName";
    private static final String ATTRIBUTE = "_AMQ_Attribute";
    private static final String OPERATION = "_AMQ_OperationName";
    private static final String SUCCEEDED = "_AMQ_OperationSucceeded";

    private final ObjectMapper json = new ObjectMapper();
    private final ConnectionFactory connections;

    Management(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Whether the connections lead to an Artemis broker. */
    boolean isArtemis() {
        try (JMSContext jms = connections.createContext()) {
            TemporaryQueue probe = jms.createTemporaryQueue();
            probe.delete();
            return probe.getClass().getName().startsWith("org.apache.activemq.artemis.");
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable(e);
        }
    }

    /** Whether the broker's queues have the prefixes of older versions, as in WildFly. */
    boolean isWithOldPrefixes() {
        try (JMSContext jms = connections.createContext()) {
            TemporaryQueue probe = jms.createTemporaryQueue();
            probe.delete();
            return String.valueOf(probe).contains("jms.tempqueue.");
        } catch (JMSException | JMSRuntimeException e) {
            throw unreachable(e);
        }
    }

    /** Whether the broker has this resource with this attribute. */
    boolean is(String resource, String attribute) {
        try {
            attribute(resource, attribute);
            return true;
        } catch (UnsupportedOperationException refused) {
            return false;
        }
    }

    JsonNode attribute(String resource, String name) {
        return ask(resource, ATTRIBUTE, name, List.of());
    }

    JsonNode invoke(String resource, String operation, Object... parameters) {
        return ask(resource, OPERATION, operation, List.of(parameters));
    }

    private JsonNode ask(String resource, String what, String name, List<Object> parameters) {
        try (JMSContext jms = connections.createContext()) {
            TemporaryQueue replies = jms.createTemporaryQueue();
            try (JMSConsumer consumer = jms.createConsumer(replies)) {
                TextMessage request = jms.createTextMessage(json.writeValueAsString(parameters));
                request.setJMSReplyTo(replies);
                request.setStringProperty(RESOURCE, resource);
                request.setStringProperty(what, name);
                jms.createProducer().send(managementAddress(replies), request);
                return answer(consumer.receive(PATIENCE_MILLIS), resource, name);
            } finally {
                replies.delete();
            }
        } catch (JMSException | JMSRuntimeException | JsonProcessingException e) {
            throw unreachable(e);
        }
    }

    private static Queue managementAddress(TemporaryQueue sample) {
        try {
            return (Queue) sample.getClass()
                    .getClassLoader()
                    .loadClass(CLIENT)
                    .getMethod("createQueue", String.class)
                    .invoke(null, ADDRESS);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("The broker's client library has no " + CLIENT, e);
        }
    }

    private JsonNode answer(Message reply, String resource, String name) throws JMSException, JsonProcessingException {
        if (reply == null) {
            throw new OperationalException("The broker did not respond to a question about " + resource + "." + name
                    + ". If the broker is in another process, Abakus's user needs the permission 'manage'");
        }
        JsonNode results = MissingNode.getInstance();
        if (reply instanceof TextMessage text && text.getText() != null) {
            results = json.readTree(text.getText());
        }
        JsonNode first = results.isArray() && results.size() > 0 ? results.get(0) : results;
        if (!reply.getBooleanProperty(SUCCEEDED)) {
            throw new UnsupportedOperationException(
                    "The broker refuses " + resource + "." + name + ": " + first.asText());
        }
        return first;
    }

    private static OperationalException unreachable(Exception e) {
        return new OperationalException("The broker could not be queried: " + e.getMessage(), e);
    }
}
