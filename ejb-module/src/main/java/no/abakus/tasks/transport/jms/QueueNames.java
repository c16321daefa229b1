package no.abakus.tasks.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Set;

/**
 * Converts queue names to the broker's names and back. At the broker, all queues share one prefix, so one address
 * setting covers them all. Tasks use names without it. The prefix is not configurable, because listeners contain it in
 * their annotations.
 */
public final class QueueNames {

    /** Receives rejected messages. The name has an underscore because OpenMQ allows no hyphens. */
    public static final String DEAD_LETTER = "dead_letter";

    /** Receives messages that the broker drops because they have expired. */
    public static final String EXPIRED = "expired";

    /** Receives tasks that are not due for several minutes. Nodes park them in the database. */
    public static final String PARKING = "parking";

    /** The names that task queues cannot use. */
    public static final Set<String> RESERVED = Set.of(DEAD_LETTER, EXPIRED, PARKING);

    private static final String PREFIX = "abakus.";

    private QueueNames() {}

    /** The broker's name for the queue. */
    public static String atBroker(String queue) {
        return PREFIX + queue;
    }

    /** Converts a name used by the broker or a destination definition to the name that tasks use. */
    public static String ofBroker(String name) {
        // A broker may put its own prefix before this one, as Artemis does with jms.queue.
        int start = name.indexOf(PREFIX);
        return start < 0 ? name : name.substring(start + PREFIX.length());
    }

    static String of(Destination destination) throws JMSException {
        return destination instanceof Queue queue ? ofBroker(queue.getQueueName()) : String.valueOf(destination);
    }
}
