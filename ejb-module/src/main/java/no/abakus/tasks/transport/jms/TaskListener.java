package no.abakus.tasks.transport.jms;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * The message-driven bean that runs tasks. Each subclass declares and consumes one queue. The annotation processor of
 * {@code @TaskQueue} generates these subclasses. {@link DefaultQueue} is an example.
 *
 * <p>At the broker the queue is called {@code abakus.APPLICATION.NAME}, so that several applications can have a queue
 * of the same name. The queues of an application called {@code abakus} are called {@code abakus.NAME}. A
 * {@code @JMSDestinationDefinition} that has a {@code destinationName} instead of the property {@code Name} gives the
 * queue exactly that name. Only one application on a server can use such a name.
 *
 * <p>By default, a message is acknowledged after its task's outcome is settled, outside of any transaction. So a task
 * method starts its own transaction with {@code @Transactional}. If the node crashes while the task runs, the broker
 * redelivers the message. Celery: {@code acks_late}.
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
