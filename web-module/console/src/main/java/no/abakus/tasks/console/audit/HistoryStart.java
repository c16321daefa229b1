package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.abakus.tasks.operate.BulkOperations;
import no.abakus.tasks.operate.TaskHistory;

/** Turns on what a node does only for a console: the history, and bulk operations if no history is kept. */
@ApplicationScoped
public class HistoryStart {

    @Inject
    TaskHistory history;

    @Inject
    BulkOperations bulks;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        history.keepUnlessConfigured(true);
        bulks.carryOnWithoutHistory();
    }
}
