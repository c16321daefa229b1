package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Writes and reads the rarely used options of a call as message properties and headers.
 *
 * @param extras the options of the call
 * @param compression the compression of the message body
 * @param exchange the exchange that the task was sent to
 * @param routingKey the routing key that the task was sent with
 */
record ExtraProperties(
        MessageExtras extras, Optional<String> compression, Optional<String> exchange, Optional<String> routingKey) {

    static final ExtraProperties NONE =
            new ExtraProperties(MessageExtras.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    static boolean areNone(TaskMessage task, Route route) {
        return task.extras().equals(MessageExtras.NONE)
                && task.compression().isEmpty()
                && route.exchange().isEmpty()
                && route.routingKey().isEmpty();
    }

    static void write(TaskMessage task, Route route, Message message, JMSContext jms, QueueNames names)
            throws JMSException {
        MessageExtras extras = task.extras();
        text(message, WireFormat.COMPRESSION, task.compression());
        text(message, WireFormat.EXCHANGE, route.exchange());
        text(message, WireFormat.ROUTING_KEY, route.routingKey());
        text(message, WireFormat.SHADOW, extras.shadow());
        text(message, WireFormat.GROUP, extras.group());
        limit(message, WireFormat.TIME_LIMIT, extras.timeLimit());
        limit(message, WireFormat.SOFT_TIME_LIMIT, extras.softTimeLimit());
        if (extras.expires().isPresent()) {
            message.setStringProperty(WireFormat.EXPIRES, extras.expires().get().toString());
            message.setStringProperty(WireFormat.QUEUE, route.queue());
        }
        if (extras.correlationId().isPresent()) {
            message.setJMSCorrelationID(extras.correlationId().get());
        }
        if (extras.replyTo().isPresent()) {
            String queue = extras.replyTo().get();
            ReplyQueue.set(message, jms, names.atBroker(queue), queue);
        }
        HeaderProperties.write(extras.headers(), message);
        if (extras.deaths() > 0) {
            message.setIntProperty(WireFormat.DEATHS, extras.deaths());
        }
        if (!extras.returns().equals(Returns.NONE)) {
            for (Map.Entry<String, Object> said : properties(extras.returns()).entrySet()) {
                message.setObjectProperty(said.getKey(), said.getValue());
            }
        }
    }

    static Map<String, Object> properties(Returns returns) {
        return Map.of(
                WireFormat.RETURNS,
                returns.times(),
                WireFormat.RETURNED_FOR,
                returns.reason(),
                WireFormat.RETURNED_SINCE,
                returns.since().toString(),
                WireFormat.RETURNS_PASSED,
                returns.passes());
    }

    /** Reads the returns. A negative count is read as no returns, because another sender may have written anything. */
    static Returns returns(Properties properties) throws JMSException, UnreadableMessageException {
        int times = Math.max(0, properties.number(WireFormat.RETURNS, 0));
        int passes = Math.max(0, properties.number(WireFormat.RETURNS_PASSED, 0));
        return times == 0 && passes == 0
                ? Returns.NONE
                : new Returns(
                        times,
                        properties.key(WireFormat.RETURNED_FOR).orElse(""),
                        properties.instant(WireFormat.RETURNED_SINCE).orElse(Instant.EPOCH),
                        passes);
    }

    private static void text(Message message, String property, Optional<String> value) throws JMSException {
        if (value.isPresent()) {
            message.setStringProperty(property, value.get());
        }
    }

    private static void limit(Message message, String property, Optional<Duration> limit) throws JMSException {
        if (limit.isPresent()) {
            message.setLongProperty(property, limit.get().toMillis());
        }
    }

    private static Optional<String> correlationId(Message message, String id)
            throws JMSException, UnreadableMessageException {
        String said = message.getJMSCorrelationID();
        if (said == null || said.equals(id)) {
            return Optional.empty();
        }
        Properties.checkKey("JMSCorrelationID", said);
        return Optional.of(said);
    }

    static ExtraProperties read(Message message, String id, QueueNames names)
            throws JMSException, UnreadableMessageException {
        Properties properties = new Properties(message);
        Optional<Instant> expires = properties.instant(WireFormat.EXPIRES);
        MessageExtras extras = new MessageExtras(
                properties.key(WireFormat.SHADOW),
                expires,
                properties.millis(WireFormat.TIME_LIMIT),
                properties.millis(WireFormat.SOFT_TIME_LIMIT),
                HeaderProperties.read(message),
                correlationId(message, id),
                message.getJMSReplyTo() == null ? Optional.empty() : Optional.of(names.of(message.getJMSReplyTo())),
                properties.key(WireFormat.GROUP),
                returns(properties),
                properties.times(WireFormat.DEATHS));
        return new ExtraProperties(
                extras.equals(MessageExtras.NONE) ? MessageExtras.NONE : extras,
                properties.key(WireFormat.COMPRESSION),
                properties.key(WireFormat.EXCHANGE),
                properties.key(WireFormat.ROUTING_KEY));
    }
}
