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

    /** Adds these counts to the stored ones: all of them, or none. */
    void count(List<MinuteCounts> counts);

    /**
     * The counts from {@code from} inclusive to {@code to} exclusive, in order.
     *
     * @param task the task; empty for all
     */
    List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task);

    /** Combines the counts of the minutes of one hour, of all nodes, if there are any before this instant. */
    boolean rollUpAnHour(Instant before);

    /** Deletes counts before this instant; returns how many. */
    int removeMinutes(Instant before);
}
