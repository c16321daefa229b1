package no.abakus.tasks.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.abakus.tasks.DeadLetter;

/**
 * The dead letters at the broker. To be called outside of transactions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the broker is out of reach.
 */
public interface DeadLetterOffice {

    /**
     * Some letters.
     *
     * @param letters those found, in the broker's order
     * @param total how many fit among those looked at
     * @param scanned how many were looked at
     * @param isComplete whether all were looked at: a queue may hold more than anybody wants to read through
     * @param hasMore whether others follow on a next page
     */
    record Page(List<DeadLetter> letters, long total, int scanned, boolean isComplete, boolean hasMore) {}

    /**
     * Letters that fit.
     *
     * @param after the id of the last letter of the page before; empty for the first page
     */
    Page page(Predicate<DeadLetter> wanted, Optional<String> after, int most);

    /** The letter of this id; empty if there is none. */
    Optional<DeadLetter> find(String id);

    /**
     * Sends the letter to the queue it came from, as it was before it was rejected, and takes it out, in one transaction.
     *
     * @return the queue; empty if there is no such letter
     */
    Optional<String> requeue(String id);

    /** Takes the letter out for good; answers whether it was there. */
    boolean delete(String id);
}
