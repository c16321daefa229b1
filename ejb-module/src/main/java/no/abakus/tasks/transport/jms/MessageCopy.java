package no.abakus.tasks.transport.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Map;

/**
 * Copies a received message, so that the copy can be sent in the transaction in which the message was received. Sending
 * the message itself would change its id, and OpenMQ could then not acknowledge it.
 */
final class MessageCopy {

    private MessageCopy() {}

    /**
     * Returns the copy. Returns the message itself if it is neither text nor bytes. No sender of tasks sends such a
     * message.
     */
    static Message of(Message received, JMSContext jms) throws JMSException {
        Message copy;
        if (received instanceof TextMessage text) {
            copy = jms.createTextMessage(text.getText());
        } else if (received instanceof BytesMessage bytes) {
            copy = bytes(bytes, jms);
        } else {
            AddedProperties.add(received, Map.of());
            return received;
        }
        copy.setJMSType(received.getJMSType());
        copy.setJMSCorrelationID(received.getJMSCorrelationID());
        copy.setJMSReplyTo(received.getJMSReplyTo());
        AddedProperties.replace(copy, AddedProperties.settable(received));
        return copy;
    }

    private static BytesMessage bytes(BytesMessage received, JMSContext jms) throws JMSException {
        received.reset();
        byte[] content = new byte[Math.toIntExact(received.getBodyLength())];
        received.readBytes(content);
        BytesMessage copy = jms.createBytesMessage();
        copy.writeBytes(content);
        return copy;
    }
}
