package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;

/**
 * Stores the groups of failures. {@link HistoryStore#add} counts the failures of each group. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface FailureGroupStore {

    /** The groups with a failure since this instant, the latest failure first. */
    List<FailureGroup> groups(Instant since, int most);

    /** The group with this id. */
    Optional<FailureGroup> group(String id);

    /** Changes the parts of a group that {@code change} names; returns false if there is no such group. */
    boolean change(String id, FailureGroupChange change);

    /** Deletes groups without a note whose last failure was before this instant; returns how many. */
    int removeGroups(Instant before);
}
