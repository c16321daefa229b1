package no.abakus.tasks.port;

import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskMessage;

/** Handles the messages that a transport receives. Thread-safe. */
public interface DeliveryHandler {

    /**
     * Handles a message completely.
     *
     * @return what the transport must do with the message now
     * @throws no.abakus.tasks.OperationalException if the message cannot be handled now, for example because its
     *     outcome could not be stored or the node is stopping; the transport then returns the message to the broker
     */
    Settlement deliver(Delivery delivery);

    /**
     * Called for a message that the transport cannot read, or whose handling failed unexpectedly. The transport moves
     * it to the dead-letter queue.
     *
     * @param queue the queue that the message came from
     * @param messageId the broker's id of the message
     * @param rejection why
     */
    void unreadable(String queue, String messageId, Rejection rejection);

    /**
     * Called for a message that could not be handled and has no redeliveries left. The transport moves it to the
     * dead-letter queue.
     *
     * @param rejection why
     */
    default void givenUp(Delivery delivery, Rejection rejection) {}

    /**
     * Called for a task that the broker dropped because it had expired.
     *
     * @param message the task as it was sent
     * @param queue the queue that the task waited in
     * @return what the transport must do with the message now
     */
    default Settlement expired(TaskMessage message, String queue) {
        return Settlement.ACKNOWLEDGE;
    }
}
