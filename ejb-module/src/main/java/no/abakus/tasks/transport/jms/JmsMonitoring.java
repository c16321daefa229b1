package no.abakus.tasks.transport.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.jackson.core.JsonProcessingException;
import no.abakus.jackson.databind.ObjectMapper;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.MonitoringChannel;
import no.abakus.tasks.port.MonitoringEvent;

/**
 * Publishes monitoring events over the topic {@value #TOPIC}. Each event is a text message with a JSON object, plus
 * properties for selectors. The message is not persistent and expires after a minute. {@code docs/events.md} describes
 * its fields. Thread-safe.
 */
final class JmsMonitoring implements MonitoringChannel {

    /** The topic's name without the broker's prefix. */
    static final String TOPIC = "monitoring";

    private static final long STALE_AFTER_MILLIS = 60_000;

    /** The priority of events. Tasks take precedence over events about tasks. */
    private static final int LOWEST_PRIORITY = 0;

    private static final double MILLIS_PER_SECOND = 1_000;

    private final ObjectMapper json = new ObjectMapper();
    private final SendingContexts contexts;
    private final String topic;

    JmsMonitoring(SendingContexts contexts, QueueNames names) {
        this.contexts = contexts;
        this.topic = names.topicAtBroker(TOPIC);
    }

    @Override
    public void tell(List<MonitoringEvent> events) {
        try (SendingContext context = contexts.borrow()) {
            JMSContext jms = context.jms();
            Topic destination = jms.createTopic(topic);
            JMSProducer producer = jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(STALE_AFTER_MILLIS)
                    .setPriority(LOWEST_PRIORITY);
            for (MonitoringEvent event : events) {
                producer.send(destination, write(event, jms));
            }
        } catch (JMSException | JMSRuntimeException | JsonProcessingException e) {
            throw new OperationalException(
                    "The broker did not take " + events.size() + " monitoring events: " + e.getMessage(), e);
        }
    }

    private Message write(MonitoringEvent event, JMSContext jms) throws JMSException, JsonProcessingException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type());
        body.put("timestamp", event.at().toEpochMilli() / MILLIS_PER_SECOND);
        body.putAll(event.fields());
        TextMessage message = jms.createTextMessage(json.writeValueAsString(body));
        message.setJMSType(event.type());
        message.setStringProperty(WireFormat.NODE, event.node());
        message.setStringProperty(WireFormat.AT, event.at().toString());
        property(message, WireFormat.ID, event.fields().get("uuid"));
        property(message, WireFormat.TASK, event.fields().get("name"));
        property(message, WireFormat.ROOT_ID, event.fields().get("root_id"));
        property(
                message,
                WireFormat.CONTEXT_PREFIX + "request_id",
                event.fields().get("request_id"));
        return message;
    }

    private static void property(Message message, String name, Object value) throws JMSException {
        if (value != null) {
            message.setStringProperty(name, value.toString());
        }
    }
}
