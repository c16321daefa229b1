package no.abakus.tasks.spi;

import java.util.List;

/** The broker's side of tasks that are due later: it takes them from senders, and gets them back in time. Thread-safe. */
public interface DelayedMessages {

    /** Whether senders have left messages that are to be parked. */
    boolean areThere();

    /**
     * Receives such messages, within the thread's transaction. One that cannot be parked goes to the dead-letter queue.
     *
     * @param most at most so many; fewer where they are large
     */
    Received receive(int most);

    /**
     * Sends messages to the queues that they are worked from, each to be delivered when it is due, within the thread's
     * transaction.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not take one of them
     */
    void send(List<ParkedMessage> messages);

    /**
     * What was received.
     *
     * @param messages those that can be parked
     * @param rejected how many went to the dead-letter queue
     */
    record Received(List<ParkedMessage> messages, int rejected) {

        /** Whether there was nothing to receive. */
        public boolean isEmpty() {
            return messages.isEmpty() && rejected == 0;
        }
    }
}
