package no.abakus.sample.diagnostics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import no.abakus.tasks.TaskRequest;

/** What tasks wrote down, so that it can be counted how often they ran. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext
    private EntityManager entities;

    /** Writes a row in the caller's transaction and answers its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long write(String key, TaskRequest request) {
        LedgerRow row = new LedgerRow(
                key,
                request.id(),
                request.retries(),
                request.deliveryCount(),
                OffsetDateTime.now(ZoneOffset.UTC));
        entities.persist(row);
        entities.flush();
        return row.id();
    }

    /** The rows of a key, in the order in which they were written. */
    @Transactional
    public List<LedgerRow.View> rows(String key) {
        return entities
                .createQuery("select r from LedgerRow r where r.key = :key order by r.id", LedgerRow.class)
                .setParameter("key", key)
                .getResultStream()
                .map(LedgerRow::view)
                .toList();
    }
}
