package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.OperationalException;

/**
 * Packs a message with its headers, properties and body into bytes. Unpacking restores these parts, including the type
 * of each property, even of properties that this version does not know.
 */
final class PackedMessage {

    private static final int FORMAT = 1;
    private static final int TEXT = 0;
    private static final int BYTES = 1;

    private PackedMessage() {}

    /** Packs a text or bytes message. The reader has already checked the type. */
    static byte[] pack(Message message) throws JMSException {
        PackedValues.Writer to = new PackedValues.Writer();
        to.number(FORMAT);
        to.value(message.getJMSDeliveryMode());
        to.value(message.getJMSPriority());
        to.value(message.getJMSExpiration());
        to.value(message.getJMSTimestamp());
        to.value(message.getJMSType());
        to.value(message.getJMSCorrelationID());
        Destination replyTo = message.getJMSReplyTo();
        to.value(replyTo instanceof Queue queue ? QueueNames.withoutBrokersPrefix(queue.getQueueName()) : null);
        Map<String, Object> properties = properties(message);
        to.number(properties.size());
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            to.value(property.getKey());
            to.value(property.getValue());
        }
        if (message instanceof TextMessage text) {
            to.number(TEXT);
            to.value(text.getText());
        } else {
            to.number(BYTES);
            to.value(bytes((BytesMessage) message));
        }
        return to.bytes();
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String name = (String) names.nextElement();
            // Names that start with JMS belong to JMS or the broker, except for the message group.
            if (!name.startsWith("JMS")) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        String group = message.getStringProperty(WireFormat.GROUP);
        if (group != null) {
            properties.put(WireFormat.GROUP, group);
        }
        return properties;
    }

    private static byte[] bytes(BytesMessage message) throws JMSException {
        message.reset();
        byte[] bytes = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(bytes);
        return bytes;
    }

    /** Unpacks a message and sends it with this producer and delivery delay. */
    static void send(byte[] packed, JMSContext jms, JMSProducer producer, Destination queue, long delay, Instant now)
            throws JMSException {
        try {
            PackedValues.Reader from = opened(packed);
            producer.setDeliveryMode((Integer) from.value()).setPriority((Integer) from.value());
            long expiration = (Long) from.value();
            producer.setTimeToLive(expiration == 0 ? 0 : Math.max(1, expiration - now.toEpochMilli()));
            producer.setDeliveryDelay(delay);
            producer.send(queue, message(from, jms));
        } catch (IOException e) {
            throw truncated(e);
        }
    }

    /** Unpacks a message, with its priority but without its delivery mode and expiration. */
    static Message unpack(byte[] packed, JMSContext jms) throws JMSException {
        try {
            PackedValues.Reader from = opened(packed);
            from.value();
            int priority = (Integer) from.value();
            from.value();
            Message message = message(from, jms);
            message.setJMSPriority(priority);
            return message;
        } catch (IOException e) {
            throw truncated(e);
        }
    }

    private static PackedValues.Reader opened(byte[] packed) throws IOException {
        PackedValues.Reader from = new PackedValues.Reader(packed);
        int format = from.number();
        if (format != FORMAT) {
            throw new OperationalException("A delayed task was parked in format " + format
                    + ", but this version reads format " + FORMAT
                    + ". A node of a later version moves the task to its queue");
        }
        return from;
    }

    private static UncheckedIOException truncated(IOException e) {
        return new UncheckedIOException("A parked message is truncated", e);
    }

    private static Message message(PackedValues.Reader from, JMSContext jms) throws IOException, JMSException {
        Instant sent = Instant.ofEpochMilli((Long) from.value());
        String type = (String) from.value();
        String correlation = (String) from.value();
        String replyTo = (String) from.value();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int left = from.number(); left > 0; left--) {
            properties.put((String) from.value(), from.value());
        }
        Message message = from.number() == TEXT
                ? jms.createTextMessage((String) from.value())
                : bytesMessage(jms, (byte[]) from.value());
        message.setJMSType(type);
        message.setJMSCorrelationID(correlation);
        if (replyTo != null) {
            ReplyQueue.set(message, jms, replyTo);
        }
        // A message that is parked again keeps the time when it was first sent.
        properties.putIfAbsent(WireFormat.SENT, sent.toString());
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        return message;
    }

    private static BytesMessage bytesMessage(JMSContext jms, byte[] bytes) throws JMSException {
        BytesMessage message = jms.createBytesMessage();
        message.writeBytes(bytes);
        return message;
    }
}
