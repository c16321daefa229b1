package no.abakus.tasks.spi;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import no.abakus.tasks.QueueState;
import no.abakus.tasks.WaitingTask;

/**
 * What can be seen and done at the broker besides sending and receiving; which of it, the capabilities say. Queues have the names
 * that tasks call them by. To be called outside of transactions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the broker is out of reach, and {@link
 * UnsupportedOperationException} if it is asked for more than its capabilities.
 */
public interface BrokerAdmin {

    /** What a broker may be able to do. */
    enum Capability {
        /** Counting messages and listeners of a queue: {@link #state}. */
        COUNT,
        /** Listing messages that are due: {@link #waiting}. */
        LIST_WAITING,
        /** Listing messages that wait for their time: {@link #scheduled}. */
        LIST_SCHEDULED,
        /** Keeping a queue's messages from all listeners: {@link #pause}, {@link #resume}. */
        PAUSE,
        /** Taking out the message of one task: {@link #remove}. */
        REMOVE
    }

    /** What this one can do. */
    Set<Capability> capabilities();

    /** How many messages there are in a queue, and how many listeners. */
    QueueState state(String queue);

    /** How many listeners a queue has, of all nodes; empty where that is not told. */
    default OptionalLong consumers(String queue) {
        return state(queue).consumers();
    }

    /** The first messages that are due, at most so many. */
    List<WaitingTask> waiting(String queue, int most);

    /** Messages that wait for their time, at most so many, those that are due first going first. */
    List<WaitingTask> scheduled(String queue, int most);

    /** Keeps the queue's messages at the broker, over its restarts if it can. */
    void pause(String queue);

    /** Ends {@link #pause}. */
    void resume(String queue);

    /**
     * Takes the messages of this task out of a queue, those that wait for their time as well.
     *
     * @return whether there was one
     */
    boolean remove(String queue, String taskId);
}
