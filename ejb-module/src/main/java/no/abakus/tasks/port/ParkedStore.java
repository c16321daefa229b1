package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.operate.WaitingTask;

/**
 * Stores messages that are due later, for all nodes. Changes take part in the thread's transaction. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface ParkedStore {

    /** Stores these messages. */
    void add(List<ParkedMessage> messages);

    /** When the first message is due; empty if there is none. */
    Optional<Instant> firstDue();

    /**
     * Removes and returns messages that are due by this instant, the earliest first. Concurrent transactions never take
     * the same message and never block each other.
     *
     * @param most the maximum number of messages to take; fewer are taken if they are large
     * @param without the queues whose messages are not taken
     */
    List<ParkedMessage> take(Instant until, int most, Set<String> without);

    /**
     * Removes the messages of a task for a queue, except messages that another transaction is taking.
     *
     * @return whether there was such a message
     */
    boolean remove(String queue, String taskId);

    /** The message of a task for a queue. */
    Optional<WaitingTask> find(String queue, String taskId);

    /** How many messages are stored for a queue. */
    long count(String queue);

    /** The messages for a queue, at most this many, the earliest first. */
    List<WaitingTask> list(String queue, int most);
}
