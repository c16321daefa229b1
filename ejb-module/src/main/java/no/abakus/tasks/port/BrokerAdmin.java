package no.abakus.tasks.port;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.WaitingTask;

/**
 * The broker's administrative functions for operators. {@link #capabilities} says which of them this broker supports.
 * Queues have the names that tasks use. Call its methods outside of transactions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the broker cannot be reached, and
 * {@link UnsupportedOperationException} if the broker does not have the capability.
 */
public interface BrokerAdmin {

    /** The functions that a broker may support. */
    enum Capability {
        /** Counting messages and listeners of a queue: {@link #state}. */
        COUNT,
        /** Listing messages that are due: {@link #waiting}. */
        LIST_WAITING,
        /** Listing messages that are not due yet: {@link #scheduled}. */
        LIST_SCHEDULED,
        /** Withholding a queue's messages from all listeners: {@link #pause}, {@link #resume}. */
        PAUSE,
        /** Removing the message of one task: {@link #remove}. */
        REMOVE
    }

    /** The functions that this broker supports. */
    Set<Capability> capabilities();

    /** How many messages and listeners a queue has. */
    QueueState state(String queue);

    /** How many listeners a queue has, on all nodes; empty if the broker does not report it. */
    default OptionalLong consumers(String queue) {
        return state(queue).consumers();
    }

    /** Whether the broker delivers no messages of a queue, because Abakus or an administrator has paused the queue. */
    default boolean isPaused(String queue) {
        return state(queue).paused();
    }

    /**
     * Creates these queues and topics, unless they exist or the broker creates them at their first use. Topics, like
     * queues, are named without the broker's prefix.
     */
    default void make(Set<String> queues, Set<String> topics) {}

    /** The queues of all applications at this broker, under the broker's names, sorted by name. */
    default List<QueueState> all() {
        throw new UnsupportedOperationException(
                "This broker does not list its queues. The broker's own console may list them");
    }

    /** The first messages that are due, at most this many. */
    List<WaitingTask> waiting(String queue, int most);

    /**
     * The same, as long as the reader may go on. It is asked before each message. A broker that reads all messages at
     * once does not ask.
     */
    default List<WaitingTask> waiting(String queue, int most, BooleanSupplier mayGoOn) {
        return waiting(queue, most);
    }

    /** Messages that are not due yet, at most this many, the earliest due first. */
    List<WaitingTask> scheduled(String queue, int most);

    /** The message of this task in a queue, due or not; empty if the broker does not find it. */
    default Optional<WaitingTask> find(String queue, String taskId) {
        return Optional.empty();
    }

    /**
     * Withholds the queue's messages from listeners. The pause survives restarts of the broker if the broker supports
     * that.
     */
    void pause(String queue);

    /** Ends {@link #pause}. */
    void resume(String queue);

    /**
     * Removes the messages of this task from a queue, including those that are not due yet.
     *
     * @return whether there was such a message
     */
    boolean remove(String queue, String taskId);
}
