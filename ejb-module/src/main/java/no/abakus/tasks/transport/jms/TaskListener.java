package no.abakus.tasks.transport.jms;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * The message-driven bean that runs tasks. Each subclass declares and consumes one queue:
 *
 * <pre>{@code
 * @JMSDestinationDefinition(
 *         name = "java:app/jms/abakus/mail", interfaceName = "jakarta.jms.Queue",
 *         properties = "Name=${MPCONFIG=abakus.queue.mail:abakus.mail}")
 * @MessageDriven(messageListenerInterface = MessageListener.class, activationConfig = {
 *     @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/abakus/mail"),
 *     @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
 *     @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")})
 * public class MailQueue extends TaskListener {}
 * }</pre>
 *
 * <p>Tasks are routed to it with {@code @AbakusTask(queue = "mail")}. At the broker the queue is called
 * {@code abakus.APPLICATION.mail}, so that several applications may have a queue of that name. A definition with a
 * {@code destinationName} instead of the property gives the queue that name, which only one application on a server can
 * have. The number of tasks that run at the same time is {@code maxSession} on WildFly. On Payara it is the
 * {@code max-pool-size} of the bean's {@code bean-pool} in {@code glassfish-ejb-jar.xml}, and 32 without that.
 *
 * <p>A message is acknowledged after its task's outcome is settled, outside of any transaction. So a task method starts
 * its own transaction with {@code @Transactional}. If the node crashes while the task runs, the broker redelivers the
 * message. Celery: {@code acks_late}.
 */
public abstract class TaskListener implements MessageListener {

    @Inject
    private JmsDeliveries deliveries;

    private final ConsumedQueue queue = new ConsumedQueue();

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void onMessage(Message message) {
        deliveries.receiveOrGiveBack(message, queue);
    }
}
