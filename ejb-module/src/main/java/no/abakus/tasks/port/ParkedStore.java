package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.operate.WaitingTask;

/**
 * Stores messages that are due later, for all nodes. Changes take part in the thread's transaction. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store is out of reach.
 */
public interface ParkedStore {

    /** Stores these messages. */
    void add(List<ParkedMessage> messages);

    /** When the first message is due; empty if there is none. */
    Optional<Instant> firstDue();

    /**
     * Removes and returns messages that are due by then, the earliest first. No two transactions take the same message,
     * and none waits for another.
     *
     * @param most the most messages to take; fewer if they are large
     * @param without the queues whose messages stay
     */
    List<ParkedMessage> take(Instant until, int most, Set<String> without);

    /**
     * Removes the messages of a task for a queue, except those that another transaction is taking.
     *
     * @return whether there was one
     */
    boolean remove(String queue, String taskId);

    /** How many messages are stored for a queue. */
    long count(String queue);

    /** The messages for a queue, at most this many, the earliest first. */
    List<WaitingTask> list(String queue, int most);
}
