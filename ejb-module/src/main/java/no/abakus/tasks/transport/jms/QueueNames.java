package no.abakus.tasks.transport.jms;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Converts the names of an application's queues and topics to the broker's names and back. At the broker, all names
 * start with one prefix, followed by the application's name; so one address setting covers them all. Tasks use the
 * names without prefix and application.
 *
 * <p>The application {@value #PLAIN_APPLICATION} is the exception: its name is left out, as before applications had
 * names.
 *
 * @param application the application's name
 * @param given the broker's names of queues whose listener declares another name, by queue
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

    /** The names that task queues cannot use. */
    public static final Set<String> RESERVED = Set.of(DEAD_LETTER, EXPIRED, PARKING);

    private static final String PREFIX = "abakus.";
    /** Subscriptions to topics are queues too, whose names contain other characters. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z0-9_.]+");

    /** The names of queues that programs outside may not send to, of any application, as the broker's settings say. */
    private static final Pattern CLOSED = Pattern.compile("abakus\\.(?:[^.]+\\.)?(?:dead_letter|expired)");

    private static final char OF_APPLICATION = '/';

    public QueueNames {
        given = Map.copyOf(given);
    }

    /** The names of an application whose listeners declare no others. */
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

    /** Whether tasks are run from this queue, of this or another application. */
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
     * The name of a queue at the broker, without the prefix that the broker puts before it; empty unless it belongs to
     * an application with the task system.
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

    /** The queue's name without the prefix that a broker puts before ours, as Artemis does with jms.queue. */
    static String withoutBrokersPrefix(String name) {
        int start = name.indexOf(PREFIX);
        return start < 0 ? name : name.substring(start);
    }

    private String own(String name) {
        return isPlain() ? PREFIX + name : PREFIX + application + "." + name;
    }
}
