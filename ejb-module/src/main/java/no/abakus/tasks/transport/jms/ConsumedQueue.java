package no.abakus.tasks.transport.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * The queue that a listener consumes, taken from the listener's first message. Not thread-safe, because a listener
 * handles one message at a time.
 */
final class ConsumedQueue {

    private String name;

    String of(Message message, QueueNames names) throws JMSException {
        if (name == null) {
            name = names.of(message.getJMSDestination());
        }
        return name;
    }
}
