package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.abakus.tasks.TaskRequest;

/** The rows that tasks have written. Every method joins its caller's transaction, if there is one. */
@ApplicationScoped
@Transactional
class Ledger {

    private final Clock clock;

    @PersistenceContext
    private EntityManager entities;

    protected Ledger() {
        this(null, Clock.systemUTC());
    }

    Ledger(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Writes a row for the task of this request and returns the row's id. */
    String write(String key, TaskRequest request) {
        return write(key, request, null);
    }

    /** Writes a row with this text and returns the row's id. */
    String write(String key, TaskRequest request, String content) {
        LedgerRow row = new LedgerRow(UUID.randomUUID().toString(), key, request, clock.instant(), content);
        entities.persist(row);
        // Flush now. If the row cannot be written, the task then fails at once and not only when it commits.
        entities.flush();
        return row.view().id();
    }

    /** Returns the rows under this key, oldest first. */
    List<LedgerView> rows(String key) {
        return entities.createQuery("SELECT l FROM LedgerRow l WHERE l.key = :key ORDER BY l.at", LedgerRow.class)
                .setParameter("key", key)
                .getResultStream()
                .map(LedgerRow::view)
                .toList();
    }
}
