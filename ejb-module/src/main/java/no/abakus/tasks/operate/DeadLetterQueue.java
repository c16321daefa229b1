package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The dead letters at the broker. Call it outside of transactions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the broker is out of reach.
 */
public interface DeadLetterQueue {

    /**
     * A page of dead letters.
     *
     * @param letters those found, in the broker's order
     * @param total how many of those scanned match
     * @param scanned how many were scanned
     * @param isComplete whether all were scanned; the queue may be too large for that
     * @param hasMore whether there is a next page
     */
    record Page(List<DeadLetter> letters, long total, int scanned, boolean isComplete, boolean hasMore) {}

    /**
     * A page of matching letters.
     *
     * @param after the id of the last letter of the previous page; empty for the first page
     */
    Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most);

    /** The letter with this id; empty if there is none. */
    Optional<DeadLetter> find(String id);

    /**
     * Sends the letter to the queue it came from, as it was before it was rejected, and removes it, in one transaction.
     *
     * @return the queue; empty if there is no such letter
     */
    Optional<String> requeue(String id);

    /** Deletes the letter; returns whether it was there. */
    boolean delete(String id);
}
