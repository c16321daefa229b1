package no.abakus.bench.deployed;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Tasks;

/** Creates the senders. Before a bare sender can send, {@link #learn} must have copied the shape of our messages. */
@ApplicationScoped
public class Senders {

    private final Map<Integer, BareMessage> shapes = new ConcurrentHashMap<>();

    @Inject
    private Tasks tasks;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory connections;

    @Resource(lookup = "java:app/jms/abakus/bare")
    private Queue bareQueue;

    /**
     * Sends one of our tasks and copies the shape of its message. The queue must be empty and paused. The message stays
     * in the queue.
     *
     * @param keys how many keys the log context has
     */
    void learn(int keys) throws JMSException {
        try (LogScope scope = CallerContext.open(keys)) {
            new OurSender(tasks).send(0);
        }
        try (JMSContext jms = connections.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue("abakus.bench"))) {
            Enumeration<?> messages = browser.getEnumeration();
            if (!messages.hasMoreElements()) {
                throw new IllegalStateException("The message just sent is not in abakus.bench; pause the queue first");
            }
            shapes.put(keys, BareMessage.like((Message) messages.nextElement()));
        }
    }

    /**
     * Returns the sender with this name: {@code ours}, {@code failing}, {@code joint}, {@code bare} or
     * {@code bare-bulk}.
     */
    Sender of(String way, int keys) {
        return switch (way) {
            case "ours" -> new OurSender(tasks);
            case "failing" -> new FailingSender(tasks);
            case "joint" -> new JointSender(tasks);
            case "bare" -> new BareSender(connections, bareQueue, shape(keys));
            case "bare-bulk" -> new BareBulkSender(connections, bareQueue, shape(keys));
            default ->
                throw new IllegalArgumentException(
                        "There is no way '" + way + "'; the ways are ours, failing, joint, bare and bare-bulk");
        };
    }

    private BareMessage shape(int keys) {
        BareMessage shape = shapes.get(keys);
        if (shape == null) {
            throw new IllegalStateException(
                    "The shape of our messages with " + keys + " keys has not been learned yet");
        }
        return shape;
    }
}
