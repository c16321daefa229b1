package no.abakus.tasks.port;

import java.util.List;

/** The broker's side of tasks that are due later: accepts them from senders and delivers them in time. Thread-safe. */
public interface DelayedMessages {

    /** Whether there are messages from senders to be parked. */
    boolean areThere();

    /**
     * Receives messages to be parked, in the thread's transaction. A message that cannot be parked goes to the
     * dead-letter queue.
     *
     * @param most the most messages to receive; fewer if the messages are large
     */
    Received receive(int most);

    /**
     * Sends messages to the queues that workers consume, each to be delivered when it is due, in the thread's
     * transaction.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not accept a message
     */
    void send(List<ParkedMessage> messages);

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
