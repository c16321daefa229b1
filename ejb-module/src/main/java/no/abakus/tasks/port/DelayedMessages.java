package no.abakus.tasks.port;

import java.util.List;
import no.abakus.tasks.spi.Rejection;

/** Receives delayed tasks from senders, and later sends them to the queues that workers consume. Thread-safe. */
public interface DelayedMessages {

    /** Whether any messages from senders wait to be parked. */
    boolean areThere();

    /**
     * Receives messages to be parked, in the thread's transaction. A message that cannot be parked goes to the
     * dead-letter queue.
     *
     * @param most the maximum number of messages to receive; fewer are received if they are large
     */
    Received receive(int most);

    /**
     * Sends messages to the queues that workers consume, in the thread's transaction. The broker delivers each message
     * when it is due.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not accept a message; its cause is a
     *     {@link MissingQueue} if the broker has no such queue
     */
    void send(List<ParkedMessage> messages);

    /** Sends a message to the dead-letter queue, in the thread's transaction. */
    void bury(ParkedMessage message, Rejection rejection);

    /**
     * The result of a receive.
     *
     * @param messages the messages that can be parked
     * @param rejected how many messages went to the dead-letter queue
     */
    record Received(List<ParkedMessage> messages, int rejected) {

        /** Whether nothing was received. */
        public boolean isEmpty() {
            return messages.isEmpty() && rejected == 0;
        }
    }
}
