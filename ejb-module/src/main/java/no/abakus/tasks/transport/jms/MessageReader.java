package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Takes a task out of a JMS message, which may be anybody's. */
final class MessageReader {

    private final int maxBodySize;

    MessageReader(int maxBodySize) {
        this.maxBodySize = maxBodySize;
    }

    Delivery read(Message message, String queue) throws JMSException, UnreadableMessageException {
        checkVersion(message);
        String id = required(message, WireFormat.ID);
        TaskMessage task = new TaskMessage(
                id,
                required(message, WireFormat.TASK),
                text(message, WireFormat.ROOT_ID).orElse(id),
                text(message, WireFormat.PARENT_ID),
                number(message, WireFormat.RETRIES, 0),
                eta(message),
                text(message, WireFormat.ORIGIN).orElse("unknown"),
                required(message, WireFormat.CONTENT_TYPE),
                body(message),
                text(message, WireFormat.ARGUMENTS),
                ContextProperties.read(message));
        return new Delivery(
                task,
                new Route(queue, message.getJMSPriority()),
                due(message),
                number(message, "JMSXDeliveryCount", 1),
                message.getJMSRedelivered());
    }

    private static void checkVersion(Message message) throws JMSException, UnreadableMessageException {
        int version = number(message, WireFormat.VERSION_PROPERTY, WireFormat.VERSION);
        if (version != WireFormat.VERSION) {
            throw new UnreadableMessageException(
                    Reason.WIRE_VERSION,
                    "The message speaks version " + version + " of the wire format, and this worker version "
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
                        + ", and a task is a TextMessage or a BytesMessage");
    }

    private byte[] bytes(BytesMessage message) throws JMSException, UnreadableMessageException {
        long length = message.getBodyLength();
        if (length > maxBodySize) {
            throw new UnreadableMessageException(
                    Reason.TOO_LARGE,
                    "The body has " + length + " bytes, and at most " + maxBodySize
                            + " are read (abakus.tasks.message.max-body-size)");
        }
        byte[] bytes = new byte[(int) length];
        message.readBytes(bytes);
        return bytes;
    }

    private static Instant due(Message message) throws JMSException {
        return Instant.ofEpochMilli(Math.max(message.getJMSTimestamp(), message.getJMSDeliveryTime()));
    }

    private static Optional<Instant> eta(Message message) throws JMSException, UnreadableMessageException {
        Optional<String> text = text(message, WireFormat.ETA);
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException e) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, WireFormat.ETA + " is '" + text.get() + "', not an ISO-8601 instant", e);
        }
    }

    private static String required(Message message, String property) throws JMSException, UnreadableMessageException {
        return text(message, property)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnreadableMessageException(
                        Reason.MISSING_PROPERTY,
                        "The message has no property " + property + ", which every task has; see docs/wire-format.md"));
    }

    private static Optional<String> text(Message message, String property) throws JMSException {
        return Optional.ofNullable(message.getStringProperty(property));
    }

    private static int number(Message message, String property, int otherwise)
            throws JMSException, UnreadableMessageException {
        Object value = message.getObjectProperty(property);
        if (value == null) {
            return otherwise;
        }
        try {
            return value instanceof Number number
                    ? Math.toIntExact(number.longValue())
                    : Integer.parseInt((String) value);
        } catch (ClassCastException | ArithmeticException | NumberFormatException e) {
            throw new UnreadableMessageException(
                    Reason.INVALID_PROPERTY, property + " is '" + value + "', not a whole number", e);
        }
    }
}
