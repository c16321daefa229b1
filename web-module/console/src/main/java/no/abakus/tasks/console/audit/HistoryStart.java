package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import no.abakus.tasks.operate.TaskHistory;

/** Turns the history on when the console starts, because the console reads it. */
@ApplicationScoped
public class HistoryStart {

    @Inject
    TaskHistory history;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        history.keepUnlessConfigured(true);
    }
}
