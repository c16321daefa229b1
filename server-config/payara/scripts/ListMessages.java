import com.sun.messaging.ConnectionConfiguration;
import com.sun.messaging.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Prints the messages of an OpenMQ queue that are due and match a selector, each with its properties, without consuming
 * them. The script list-messages.sh starts this program. Arguments: the broker's address, the queue, the selector.
 */
final class ListMessages {

    private static final String USER = "IMQ_USER";
    private static final String PASSWORD = "IMQ_PASSWORD";

    private ListMessages() {}

    public static void main(String[] args) {
        try {
            list(args[0], args[1], args[2]);
        } catch (JMSException | JMSRuntimeException e) {
            System.err.println("The queue " + args[1] + " at " + args[0] + " was not listed: " + e.getMessage()
                    + ". Set " + USER + " and " + PASSWORD + ", and use the port of the broker's port mapper.");
            System.exit(1);
        }
    }

    private static void list(String address, String queue, String selector) throws JMSException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setProperty(ConnectionConfiguration.imqAddressList, address);
        factory.setProperty(ConnectionConfiguration.imqReconnectEnabled, "false");
        try (JMSContext jms = factory.createContext(given(USER), given(PASSWORD));
                QueueBrowser browser = selector.isEmpty()
                        ? jms.createBrowser(jms.createQueue(queue))
                        : jms.createBrowser(jms.createQueue(queue), selector)) {
            for (Object message : Collections.list(browser.getEnumeration())) {
                print((Message) message);
            }
        }
    }

    /**
     * Returns the variable of the environment, or the user and the password of every fresh OpenMQ if the variable is
     * not set.
     */
    private static String given(String variable) {
        return System.getenv().getOrDefault(variable, "guest");
    }

    private static void print(Message message) throws JMSException {
        System.out.println(message.getJMSMessageID() + "  " + message.getJMSType() + "  priority "
                + message.getJMSPriority() + "  sent " + Instant.ofEpochMilli(message.getJMSTimestamp()));
        @SuppressWarnings("unchecked") // as JMS declares it
        List<String> names = Collections.list(message.getPropertyNames());
        for (String name : new TreeSet<>(names)) {
            System.out.println("    " + name + " = " + message.getStringProperty(name));
        }
    }
}
