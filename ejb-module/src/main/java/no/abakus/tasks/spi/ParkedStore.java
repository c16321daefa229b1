package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.WaitingTask;

/**
 * Keeps messages that are due later, for all nodes. Changes take part in the thread's transaction.
 * Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store is out of reach.
 */
public interface ParkedStore {

    /** Keeps these messages. */
    void add(List<ParkedMessage> messages);

    /** When the first message is due; empty if there is none. */
    Optional<Instant> firstDue();

    /**
     * Takes out messages that are due by then, the earliest first. No two transactions take the same message, and none waits
     * for another.
     *
     * @param most at most so many; fewer where they are large
     * @param without the queues whose messages stay
     */
    List<ParkedMessage> take(Instant until, int most, Set<String> without);

    /**
     * Takes out the messages of a task for a queue, except those that another transaction is taking.
     *
     * @return whether there was one
     */
    boolean remove(String queue, String taskId);

    /** How many messages are kept for a queue. */
    long count(String queue);

    /** Messages for a queue, at most so many, the earliest first. */
    List<WaitingTask> list(String queue, int most);
}
