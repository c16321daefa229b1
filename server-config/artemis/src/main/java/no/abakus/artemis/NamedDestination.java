package no.abakus.artemis;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.io.Serial;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.apache.activemq.artemis.ra.inflow.ActiveMQActivationSpec;

/**
 * The destination that a message-driven bean listens to. If the destination is defined by annotation, Payara creates it
 * as an object of its own broker. Artemis then listens to its own destination that has the name of that object.
 */
public class NamedDestination extends ActiveMQActivationSpec {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates a specification. The server calls this, and then sets the bean's properties. */
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
