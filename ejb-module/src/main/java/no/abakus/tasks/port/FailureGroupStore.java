package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.FailureGroup;

/**
 * Stores the groups of failures, which {@link HistoryStore#add} counts. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface FailureGroupStore {

    /** The groups with a failure since this instant, the latest failure first. */
    List<FailureGroup> groups(Instant since, int most);

    /** The group with this id. */
    Optional<FailureGroup> group(String id);

    /** Changes the note of a group, and until when it is muted; false if there is no such group. */
    boolean annotate(String id, Optional<String> note, Optional<Instant> mutedUntil);

    /** Deletes groups without a note whose last failure was before this instant; returns how many. */
    int removeGroups(Instant before);
}
