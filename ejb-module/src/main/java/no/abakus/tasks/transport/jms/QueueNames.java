package no.abakus.tasks.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Set;

/**
 * Converts queue names to the broker's names and back. At the broker, all share one prefix, so one address setting
 * covers them all, and tasks need not know it. It is not configurable because listeners spell it out in their
 * annotations.
 */
public final class QueueNames {

    /** Takes the messages that no worker can read. Has an underscore because OpenMQ allows no hyphen in a name. */
    public static final String DEAD_LETTER = "dead_letter";

    /** Takes what a broker drops because it has expired. */
    public static final String EXPIRED = "expired";

    /** Takes tasks that are due later than some minutes; nodes park them in the database. */
    public static final String PARKING = "parking";

    /** The queues that are not for tasks. */
    public static final Set<String> RESERVED = Set.of(DEAD_LETTER, EXPIRED, PARKING);

    private static final String PREFIX = "abakus.";

    private QueueNames() {}

    /** The broker's name for the queue. */
    public static String atBroker(String queue) {
        return PREFIX + queue;
    }

    /** The tasks' name for a queue that the broker, or a destination definition, calls this. */
    public static String ofBroker(String name) {
        // A broker may put its own prefix before ours, as Artemis does with jms.queue.
        int start = name.indexOf(PREFIX);
        return start < 0 ? name : name.substring(start + PREFIX.length());
    }

    static String of(Destination destination) throws JMSException {
        return destination instanceof Queue queue ? ofBroker(queue.getQueueName()) : String.valueOf(destination);
    }
}
