package no.abakus.tasks.transport.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.ControlMessage;

/**
 * Carries the messages between nodes over the topic {@value #TOPIC}, as text messages. The messages are not persistent.
 * Nodes discard a message that arrives too late. At the broker, a message expires only much later, because the clocks
 * of the broker and the receiver may differ from the sender's clock. Thread-safe.
 */
final class JmsControl implements ControlChannel {

    /** The topic's name without the broker's prefix. */
    static final String TOPIC = "control";

    private static final long GONE_AFTER_MILLIS = 600_000;

    /**
     * The priority of messages between nodes. They go ahead of other messages, so that a flood of results does not make
     * a node look dead.
     */
    private static final int HIGHEST_PRIORITY = 9;

    private final SendingContexts contexts;
    private final String topic;

    JmsControl(SendingContexts contexts, QueueNames names) {
        this.contexts = contexts;
        this.topic = names.topicAtBroker(TOPIC);
    }

    @Override
    public void tell(ControlMessage message) {
        try (SendingContext context = contexts.borrow()) {
            JMSContext jms = context.jms();
            jms.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setTimeToLive(GONE_AFTER_MILLIS)
                    .setPriority(HIGHEST_PRIORITY)
                    .send(jms.createTopic(topic), write(message, jms));
        } catch (JMSException | JMSRuntimeException e) {
            throw new OperationalException(
                    "The broker did not take the message '" + message.kind() + "' for all nodes: " + e.getMessage(), e);
        }
    }

    private static Message write(ControlMessage control, JMSContext jms) throws JMSException {
        TextMessage message = jms.createTextMessage(control.content());
        message.setJMSType(control.kind());
        if (!control.id().isEmpty()) {
            message.setJMSCorrelationID(control.id());
        }
        message.setStringProperty(WireFormat.NODE, control.from());
        message.setStringProperty(WireFormat.RUN, control.run());
        message.setStringProperty(WireFormat.AT, control.at().toString());
        if (control.to().isPresent()) {
            message.setStringProperty(WireFormat.TO, control.to().get());
        }
        return message;
    }

    /** Reads the control message; empty if the JMS message is not a control message. */
    static Optional<ControlMessage> read(Message message) throws JMSException {
        String from = message.getStringProperty(WireFormat.NODE);
        String run = message.getStringProperty(WireFormat.RUN);
        String at = message.getStringProperty(WireFormat.AT);
        if (!(message instanceof TextMessage text)
                || message.getJMSType() == null
                || from == null
                || run == null
                || at == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ControlMessage(
                    message.getJMSType(),
                    message.getJMSCorrelationID() == null ? "" : message.getJMSCorrelationID(),
                    from,
                    run,
                    Optional.ofNullable(message.getStringProperty(WireFormat.TO)),
                    text.getText() == null ? "" : text.getText(),
                    Instant.parse(at)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
