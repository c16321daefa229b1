package no.abakus.artemis;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.io.Serial;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.apache.activemq.artemis.ra.inflow.ActiveMQActivationSpec;

/**
 * Connects a message-driven bean to the destination that the bean looks up. If an annotation defines that destination,
 * Payara creates it for Payara's own broker. So this class takes only the name, and listens to the Artemis destination
 * of the same name.
 */
public class NamedDestination extends ActiveMQActivationSpec {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an empty specification. The server calls this constructor and then sets the bean's properties. */
    public NamedDestination() {
        setUseJNDI(false);
    }

    @Override
    @SuppressWarnings("BanJNDI") // the name is one of the application's own
    public void setDestinationLookup(String name) {
        try {
            Object destination = InitialContext.doLookup(name);
            setDestination(
                    destination instanceof Topic topic ? topic.getTopicName() : ((Queue) destination).getQueueName());
        } catch (NamingException | JMSException e) {
            throw new IllegalArgumentException(
                    "A listener needs the destination " + name + ", but there is none with that name: "
                            + e.getMessage(),
                    e);
        }
    }
}
