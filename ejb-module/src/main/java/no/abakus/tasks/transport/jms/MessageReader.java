package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.config.MessageConfig;
import no.abakus.tasks.config.SendTokens;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Reads a task from a JMS message. The message may come from any sender. */
final class MessageReader {

    /** The maximum length of a token. The database column holds no more characters. */
    private static final int MOST_TOKEN = 64;

    private final MessageConfig limits;
    private final QueueNames names;
    private final SendTokens tokens;

    MessageReader(MessageConfig limits, QueueNames names, SendTokens tokens) {
        this.limits = limits;
        this.names = names;
        this.tokens = tokens;
    }

    Delivery read(Message message, String queue) throws JMSException, UnreadableMessageException {
        try {
            return delivery(message, queue);
        } catch (MessageFormatException e) {
            // Each further delivery would fail like this one.
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, "A property has a type that JMS cannot convert: " + e.getMessage(), e);
        }
    }

    private Delivery delivery(Message message, String queue) throws JMSException, UnreadableMessageException {
        Properties properties = new Properties(message);
        checkVersion(properties);
        String id = properties.required(WireFormat.ID);
        boolean plain = properties.isTrue(WireFormat.PLAIN);
        Optional<String> token = token(properties);
        boolean isOfNode = token.isPresent() && tokens.isOfNode(token.get(), id);
        LogContext context =
                plain ? ContextProperties.readListed(message, limits) : ContextProperties.read(message, limits);
        RareProperties seldom = plain ? RareProperties.NONE : RareProperties.read(message, id, names);
        TaskMessage task = new TaskMessage(
                new TaskMessage.Identity(
                        id,
                        properties.required(WireFormat.TASK),
                        properties.key(WireFormat.ROOT_ID).orElse(id),
                        seldom.parentId(),
                        properties.key(WireFormat.ORIGIN).orElse("unknown"),
                        token),
                new TaskMessage.Timing(seldom.retries(), seldom.eta(), seldom.hold()),
                new TaskMessage.Payload(
                        properties.required(WireFormat.CONTENT_TYPE),
                        seldom.extra().compression(),
                        body(message),
                        properties.text(WireFormat.ARGUMENTS).map(LongProperties::text)),
                seldom.ignoreResult(),
                seldom.followUps(),
                isOfNode ? context : ForeignContext.of(context, message, id, tokens.seals()),
                seldom.extra().extras());
        boolean redelivered = message.getJMSRedelivered();
        return new Delivery(
                task,
                route(message, queue, seldom.extra()),
                sent(message, seldom.sent()),
                seldom.parkedUntil().orElse(due(message)),
                redelivered ? properties.number("JMSXDeliveryCount", 1) : 1,
                redelivered);
    }

    private static Route route(Message message, String queue, ExtraProperties extra) throws JMSException {
        return new Route(
                queue,
                message.getJMSPriority(),
                extra.exchange(),
                extra.routingKey(),
                message.getJMSDeliveryMode() == jakarta.jms.DeliveryMode.NON_PERSISTENT
                        ? DeliveryMode.TRANSIENT
                        : DeliveryMode.PERSISTENT);
    }

    private static Optional<String> token(Properties properties) throws JMSException, UnreadableMessageException {
        Optional<String> token = properties.key(WireFormat.TOKEN);
        if (token.isPresent() && token.get().length() > MOST_TOKEN) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY,
                    WireFormat.TOKEN + " has " + token.get().length() + " characters, but at most " + MOST_TOKEN
                            + " are allowed");
        }
        return token;
    }

    private static void checkVersion(Properties properties) throws JMSException, UnreadableMessageException {
        int version = properties.number(WireFormat.VERSION_PROPERTY, WireFormat.VERSION);
        if (version != WireFormat.VERSION) {
            throw new UnreadableMessageException(
                    Reason.WIRE_VERSION,
                    "The message has version " + version + " of the wire format, but this worker reads version "
                            + WireFormat.VERSION);
        }
    }

    private MessageBody body(Message message) throws JMSException, UnreadableMessageException {
        if (message instanceof TextMessage text) {
            String body = text.getText();
            return new MessageBody.Text(body == null ? "" : body);
        }
        if (message instanceof BytesMessage bytes) {
            return new MessageBody.Binary(bytes(bytes));
        }
        throw new UnreadableMessageException(
                Reason.MESSAGE_TYPE,
                "The message is a " + message.getClass().getSimpleName()
                        + ", but a task must be a TextMessage or a BytesMessage");
    }

    private byte[] bytes(BytesMessage message) throws JMSException, UnreadableMessageException {
        long length = message.getBodyLength();
        if (length > limits.maxBodySize()) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + length + " bytes, but at most " + limits.maxBodySize()
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        byte[] bytes = new byte[(int) length];
        message.readBytes(bytes);
        return bytes;
    }

    /**
     * When the message was sent. A message that was parked states when it was first sent. That time counts only if it
     * is before the time when the message reached its queue.
     */
    private static Instant sent(Message message, Optional<Instant> said) throws JMSException {
        Instant arrived = Instant.ofEpochMilli(message.getJMSTimestamp());
        return said.filter(arrived::isAfter).orElse(arrived);
    }

    private static Instant due(Message message) throws JMSException {
        return Instant.ofEpochMilli(Math.max(message.getJMSTimestamp(), message.getJMSDeliveryTime()));
    }
}
