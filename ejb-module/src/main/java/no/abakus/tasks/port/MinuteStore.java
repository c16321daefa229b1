package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.MinuteCounts;

/**
 * Stores the counts of executions. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface MinuteStore {

    /** Adds these counts to the stored counts. Adds either all of them or none. */
    void count(List<MinuteCounts> counts);

    /**
     * The counts from {@code from} inclusive to {@code to} exclusive, in order.
     *
     * @param task the task; empty for all
     */
    List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task);

    /**
     * Combines the counts of all minutes and nodes for one hour before this instant; returns false if there is no such
     * hour.
     */
    boolean rollUpAnHour(Instant before);

    /** Deletes counts before this instant; returns how many. */
    int removeMinutes(Instant before);
}
