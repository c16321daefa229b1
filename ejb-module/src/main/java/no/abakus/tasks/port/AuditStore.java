package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import no.abakus.tasks.operate.AuditEntry;

/**
 * Stores what operators did. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface AuditStore {

    /** Stores an entry. */
    void add(AuditEntry entry);

    /** The entries whose key is smaller than this, the latest first. */
    List<AuditEntry> entries(long before, int most);

    /** Deletes entries before this instant; returns how many. */
    int removeEntries(Instant before);
}
