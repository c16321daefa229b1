package no.abakus.artemis;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Topic;
import java.io.Serial;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.apache.activemq.artemis.ra.inflow.ActiveMQActivationSpec;

/**
 * What a message-driven bean listens to. It may have been defined by annotation, and Payara makes an object of its own broker's of
 * that; Artemis then listens to whatever that one is called.
 */
public class NamedDestination extends ActiveMQActivationSpec {

    @Serial
    private static final long serialVersionUID = 1L;

    /** For the server, which then sets what the bean says. */
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
                    "A listener wants the destination " + name + ", and there is none of that name: " + e.getMessage(),
                    e);
        }
    }
}
