package no.abakus.tasks.transport.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.MessageFormatException;
import jakarta.jms.StreamMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.TaskNews;

/**
 * Sends notifications to all nodes over the topic {@value #TOPIC}, one or several per message. The broker drops a
 * message after a minute, when it is no longer useful. Thread-safe.
 */
final class JmsNews implements NewsChannel {

    private static final Log log = Log.get(JmsNews.class);

    /** The topic's name without the broker's prefix. */
    static final String TOPIC = "events";

    private static final String TYPE = "abakus.news";

    private static final long STALE_AFTER_MILLIS = 60_000;

    private final SendingContexts contexts;
    private final String topic;

    JmsNews(SendingContexts contexts, QueueNames names) {
        this.contexts = contexts;
        this.topic = names.topicAtBroker(TOPIC);
    }

    @Override
    public void tell(TaskNews news) {
        tell(List.of(news));
    }

    /** Sends all these notifications in one message. The list must not be empty. */
    void tell(List<TaskNews> several) {
        try (SendingContext context = contexts.borrow()) {
            JMSContext jms = context.jms();
            // This producer is a separate one, because its settings must not apply to the tasks that are sent in the
            // same context.
            JMSProducer producer = jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(STALE_AFTER_MILLIS);
            producer.send(jms.createTopic(topic), write(several, jms));
        } catch (JMSException | JMSRuntimeException e) {
            throw new OperationalException(
                    "The broker did not accept the notification that task "
                            + several.get(0).id() + " is " + several.get(0).state() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Message write(List<TaskNews> several, JMSContext jms) throws JMSException {
        StreamMessage message = jms.createStreamMessage();
        message.setJMSType(TYPE);
        for (TaskNews news : several) {
            message.writeString(news.id());
            message.writeString(news.task());
            message.writeString(news.state().name());
            message.writeString(news.node());
            message.writeString(news.at().toString());
        }
        return message;
    }

    /** Reads the notifications in the message; empty if it is another kind of message. */
    static List<TaskNews> read(Message message) throws JMSException {
        if (!TYPE.equals(message.getJMSType()) || !(message instanceof StreamMessage stream)) {
            return List.of();
        }
        List<TaskNews> several = new ArrayList<>();
        try {
            for (Optional<String> id = nextId(stream); id.isPresent(); id = nextId(stream)) {
                several.add(new TaskNews(
                        id.get(),
                        next(stream),
                        TaskState.valueOf(next(stream)),
                        next(stream),
                        Instant.parse(next(stream))));
            }
        } catch (IllegalArgumentException | DateTimeException | MessageEOFException | MessageFormatException e) {
            log.debug("news_not_understood", e);
        }
        return several;
    }

    private static Optional<String> nextId(StreamMessage stream) throws JMSException {
        try {
            return Optional.of(next(stream));
        } catch (MessageEOFException e) {
            return Optional.empty();
        }
    }

    /** Reads a string and checks that it is not null, because anyone who may send to the topic can send anything. */
    private static String next(StreamMessage stream) throws JMSException {
        String text = stream.readString();
        if (text == null) {
            throw new MessageFormatException("A string of the notification is null");
        }
        return text;
    }
}
