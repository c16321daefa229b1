package no.abakus.tasks.history;

import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.port.AuditStore;

/** Records what operators did: always in the log, and also in the store if a history is kept. Thread-safe. */
final class AuditTrail {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final int ACTION = 64;

    private final AuditStore store;
    private final RowIds ids;
    private final TaskClock clock;

    AuditTrail(AuditStore store, RowIds ids, TaskClock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    void record(OperatorAction action, boolean isStored) {
        log.info(
                "operator_acted",
                "user",
                action.user(),
                "action",
                action.action(),
                "target",
                action.target().orElse(""),
                "outcome",
                action.outcome());
        if (!isStored) {
            return;
        }
        try {
            store.add(new AuditEntry(ids.next(), clock.now(), fitting(action)));
        } catch (OperationalException e) {
            log.warning("audit_not_kept", e, "action", action.action());
        }
    }

    private static OperatorAction fitting(OperatorAction action) {
        return new OperatorAction(
                Fits.key(action.user()),
                Fits.key(action.requestId()),
                Fits.text(action.action(), ACTION),
                action.target().map(text -> Fits.text(text, Fits.NOTE)),
                action.reason().map(text -> Fits.text(text, Fits.NOTE)),
                Fits.key(action.outcome()));
    }
}
