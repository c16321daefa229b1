package no.abakus.tasks.spi;

/** What a transport calls with the messages it receives. Thread-safe; one call per thread at a time. */
public interface DeliveryHandler {

    /**
     * Handles a message to its end.
     *
     * @return what the transport is to do with it now
     * @throws no.abakus.tasks.OperationalException if its outcome could not be kept: the transport gives the message
     *     back to the broker
     */
    Settlement deliver(Delivery delivery);

    /**
     * Is told of a message that the transport itself cannot read and moves to the dead-letter queue.
     *
     * @param queue the queue it came from
     * @param messageId how the broker calls it
     * @param rejection why
     */
    void unreadable(String queue, String messageId, Rejection rejection);

    /**
     * Is told of a message that it could not handle as often as it may come again, and that the transport moves to the dead-letter queue.
     *
     * @param rejection why
     */
    default void givenUp(Delivery delivery, Rejection rejection) {}

    /**
     * Is told of a task that the broker dropped because its time was over.
     *
     * @param message the task as it was sent
     * @param queue the queue it waited in
     * @return what the transport is to do with it now
     */
    default Settlement expired(TaskMessage message, String queue) {
        return Settlement.ACKNOWLEDGE;
    }
}
