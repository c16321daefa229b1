package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.spi.DeliveryHandler;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Settlement;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Takes messages from the listeners to the worker, and does with them what it says. Thread-safe. */
public final class JmsDeliveries {

    private final MessageReader reader;
    private final DeliveryHandler handler;
    private final DeadLetters deadLetters;
    private final ConsumerPulse pulse;

    public JmsDeliveries(int maxBodySize, DeliveryHandler handler, DeadLetters deadLetters, ConsumerPulse pulse) {
        this.reader = new MessageReader(maxBodySize);
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.pulse = pulse;
    }

    /** Handles the message to its end; when this returns, it may be acknowledged. */
    void receive(Message message) {
        pulse.beat();
        try {
            if (WireFormat.PROBE_TYPE.equals(message.getJMSType())) {
                return;
            }
            settle(message, QueueNames.of(message.getJMSDestination()));
        } catch (JMSException e) {
            throw new OperationalException(
                    "A message could not be received or moved to the dead-letter queue: " + e.getMessage()
                            + "; it goes back to the broker",
                    e);
        }
    }

    private void settle(Message message, String queue) throws JMSException {
        Settlement settlement;
        try {
            settlement = handler.deliver(reader.read(message, queue));
        } catch (UnreadableMessageException e) {
            Rejection rejection = e.rejection();
            handler.unreadable(queue, message.getJMSMessageID(), rejection);
            settlement = new Settlement.DeadLetter(rejection);
        }
        if (settlement instanceof Settlement.DeadLetter dead) {
            deadLetters.move(message, queue, dead.rejection());
        }
    }
}
