package no.abakus.tasks.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;

/** Names queues for the broker and back: there each has a prefix, which tasks need not know. */
public final class QueueNames {

    private final String prefix;

    public QueueNames(String prefix) {
        this.prefix = prefix;
    }

    /** How the broker calls the queue. */
    public String atBroker(String queue) {
        return prefix + queue;
    }

    /** What tasks call the queue that the broker, or a destination definition, calls so. */
    public String ofBroker(String name) {
        // A broker may put its own prefix before ours, as Artemis does with jms.queue.
        int start = name.indexOf(prefix);
        return start < 0 ? name : name.substring(start + prefix.length());
    }

    String of(Destination destination) throws JMSException {
        return destination instanceof Queue queue ? ofBroker(queue.getQueueName()) : String.valueOf(destination);
    }
}
