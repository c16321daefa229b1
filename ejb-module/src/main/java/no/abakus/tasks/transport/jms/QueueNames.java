package no.abakus.tasks.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Converts the names of an application's queues and topics to the broker's names and back. At the broker, names start
 * with one prefix, followed by the application's name, so that one address setting covers them all. Only the names in
 * {@code given} may be different. Tasks use the names without the prefix and the application.
 *
 * <p>The name of the application {@value #PLAIN_APPLICATION} is left out, as it was before applications had names.
 *
 * @param application the application's name
 * @param given the broker's names of the queues whose listeners declare a different name, by queue
 */
public record QueueNames(String application, Map<String, String> given) {

    /** The application whose name is not part of its queues' names. */
    public static final String PLAIN_APPLICATION = "abakus";

    /** The names of the application {@value #PLAIN_APPLICATION}. */
    public static final QueueNames PLAIN = new QueueNames(PLAIN_APPLICATION);

    /** Receives rejected messages. The name has an underscore because OpenMQ allows no hyphens. */
    public static final String DEAD_LETTER = "dead_letter";

    /** Receives messages that the broker drops because they have expired. */
    public static final String EXPIRED = "expired";

    /** Receives tasks that are not due for several minutes. Nodes park them in the database. */
    public static final String PARKING = "parking";

    /** The names that no task queue can have. */
    public static final Set<String> RESERVED = Set.of(DEAD_LETTER, EXPIRED, PARKING);

    private static final String PREFIX = "abakus.";
    /**
     * Matches the names of queues. At some brokers, subscriptions to topics are queues too, but their names contain
     * other characters.
     */
    private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z0-9_.]+");

    /**
     * The broker's names of the queues to which its settings let no outside program send. Every application has such
     * queues.
     */
    private static final Pattern CLOSED = Pattern.compile("abakus\\.(?:[^.]+\\.)?(?:dead_letter|expired)");

    private static final char OF_APPLICATION = '/';

    public QueueNames {
        given = Map.copyOf(given);
    }

    /** Creates the names of an application whose listeners declare no other names. */
    public QueueNames(String application) {
        this(application, Map.of());
    }

    /** Whether the application's name is not part of its queues' names. */
    public boolean isPlain() {
        return application.equals(PLAIN_APPLICATION);
    }

    /** The broker's name for the queue. A queue of another application is called {@code application/queue}. */
    public String atBroker(String queue) {
        String other = given.get(queue);
        if (other != null) {
            return other;
        }
        int slash = queue.indexOf(OF_APPLICATION);
        return slash <= 0 ? own(queue) : new QueueNames(queue.substring(0, slash)).own(queue.substring(slash + 1));
    }

    /** Whether this is the name of another application's queue. */
    boolean isOfAnother(String queue) {
        return !given.containsKey(queue) && queue.indexOf(OF_APPLICATION) > 0;
    }

    /** Whether workers run tasks from this queue, whichever application it belongs to. */
    boolean isForTasks(String queue) {
        return !RESERVED.contains(queue.substring(queue.indexOf(OF_APPLICATION) + 1))
                && !CLOSED.matcher(atBroker(queue)).matches();
    }

    /** The broker's name for the topic. */
    public String topicAtBroker(String topic) {
        return own(topic);
    }

    /** Converts a name used by the broker or a destination definition to the name that tasks use. */
    public String ofBroker(String name) {
        String plain = withoutBrokersPrefix(name);
        for (Map.Entry<String, String> queue : given.entrySet()) {
            if (queue.getValue().equals(plain)) {
                return queue.getKey();
            }
        }
        if (plain.startsWith(own(""))) {
            return plain.substring(own("").length());
        }
        return plain.startsWith(PREFIX) ? ofAnother(plain.substring(PREFIX.length())) : plain;
    }

    /**
     * The name of a queue at the broker, without the prefix that the broker puts before it; empty unless the queue
     * belongs to an application that uses Abakus.
     */
    public Optional<String> abakusName(String atBroker) {
        String name = withoutBrokersPrefix(atBroker);
        boolean isOurs = name.startsWith(PREFIX) && PLAIN_TEXT.matcher(name).matches();
        return isOurs || given.containsValue(name) ? Optional.of(name) : Optional.empty();
    }

    private static String ofAnother(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? PLAIN_APPLICATION + OF_APPLICATION + name
                : name.substring(0, dot) + OF_APPLICATION + name.substring(dot + 1);
    }

    String of(Destination destination) throws JMSException {
        return destination instanceof Queue queue ? ofBroker(queue.getQueueName()) : String.valueOf(destination);
    }

    /** The queue's name without the broker's own prefix, such as {@code jms.queue.} of Artemis. */
    static String withoutBrokersPrefix(String name) {
        int start = name.indexOf(PREFIX);
        return start < 0 ? name : name.substring(start);
    }

    private String own(String name) {
        return isPlain() ? PREFIX + name : PREFIX + application + "." + name;
    }
}
