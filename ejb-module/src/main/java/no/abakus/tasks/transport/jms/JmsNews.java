package no.abakus.tasks.transport.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.NewsChannel;
import no.abakus.tasks.spi.TaskNews;

/**
 * Tells all nodes over the topic {@value #TOPIC}, in messages of properties alone, which no broker keeps longer than
 * anybody would still want to hear them. Thread-safe.
 */
final class JmsNews implements NewsChannel {

    /** The topic's name at the broker. */
    static final String TOPIC = "abakus.events";

    private static final long STALE_AFTER_MILLIS = 60_000;

    private final SendingContexts contexts;

    JmsNews(SendingContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public void tell(TaskNews news) {
        tell(List.of(news));
    }

    /** Tells all of these, which are at least one, over one context. */
    void tell(List<TaskNews> several) {
        try (SendingContext context = contexts.borrow()) {
            JMSContext jms = context.jms();
            // A producer of its own: what it is told here must not hold for the tasks that are sent in the same
            // context.
            JMSProducer producer = jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(STALE_AFTER_MILLIS);
            Topic topic = jms.createTopic(TOPIC);
            for (TaskNews news : several) {
                producer.send(topic, write(news, jms));
            }
        } catch (JMSException | JMSRuntimeException e) {
            throw new OperationalException(
                    "The broker did not take the news that task "
                            + several.get(0).id() + " is " + several.get(0).state() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Message write(TaskNews news, JMSContext jms) throws JMSException {
        Message message = jms.createMessage();
        message.setJMSType(news.task());
        message.setJMSCorrelationID(news.id());
        message.setStringProperty(WireFormat.ID, news.id());
        message.setStringProperty(WireFormat.TASK, news.task());
        message.setStringProperty(WireFormat.STATE, news.state().name());
        message.setStringProperty(WireFormat.NODE, news.node());
        message.setStringProperty(WireFormat.AT, news.at().toString());
        return message;
    }

    /** What the message tells; empty where it is somebody else's. */
    static Optional<TaskNews> read(Message message) throws JMSException {
        String id = message.getStringProperty(WireFormat.ID);
        String state = message.getStringProperty(WireFormat.STATE);
        String at = message.getStringProperty(WireFormat.AT);
        if (id == null || state == null || at == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TaskNews(
                    id,
                    message.getStringProperty(WireFormat.TASK),
                    TaskState.valueOf(state),
                    message.getStringProperty(WireFormat.NODE),
                    Instant.parse(at)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
