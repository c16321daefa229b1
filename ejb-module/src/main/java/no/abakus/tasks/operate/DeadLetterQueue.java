package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The dead letters at the broker. Call its methods outside of transactions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the broker cannot be reached.
 */
public interface DeadLetterQueue {

    /**
     * A page of dead letters.
     *
     * @param letters the letters of this page, in the broker's order
     * @param total how many of the scanned letters match
     * @param scanned how many letters were scanned
     * @param isComplete whether the whole queue was scanned; a queue may be too large for that
     * @param hasMore whether there is a next page
     */
    record Page(List<DeadLetter> letters, long total, int scanned, boolean isComplete, boolean hasMore) {}

    /**
     * Returns a page of matching letters.
     *
     * @param after the id of the last letter of the previous page; empty for the first page
     */
    Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most);

    /**
     * Returns a page of matching letters, and redacts only what is needed. The letters that the condition sees may lack
     * the parts that it does not read. The letters of the page are complete.
     *
     * @param read the parts that the condition reads
     * @param after the id of the last letter of the previous page; empty for the first page
     */
    default Page page(Predicate<DeadLetter> wanted, Set<DeadLetter.Part> read, Optional<String> after, int most) {
        return page(wanted, after, most);
    }

    /**
     * Returns the dead letters of another application at the same broker. A letter that is sent again goes to a queue
     * of that application.
     *
     * @param application the name of an application that has queues at the broker
     * @throws UnsupportedOperationException if this queue gives access only to the application's own dead letters
     */
    default DeadLetterQueue of(String application) {
        throw new UnsupportedOperationException("Only the application's own dead letters are known here");
    }

    /** Returns the letter with this id; empty if there is none. */
    Optional<DeadLetter> find(String id);

    /**
     * Sends the original message back to the queue it came from and removes the letter, in one transaction.
     *
     * @return the queue; empty if there is no such letter
     */
    Optional<String> requeue(String id);

    /** Deletes the letter; returns whether it existed. */
    boolean delete(String id);
}
