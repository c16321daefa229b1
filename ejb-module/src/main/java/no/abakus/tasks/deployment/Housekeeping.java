package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;

/**
 * Makes the tables for results at start, where a task wants any, and deletes what has expired. Every node does, for it does
 * no harm.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Housekeeping {

    private static final Log log = Log.get();

    @Inject
    private TaskRegistry registry;

    @Inject
    private JdbcResultBackend backend;

    @Inject
    private Results results;

    @PostConstruct
    void prepare() {
        boolean wanted =
                registry.all().stream().map(task -> task.attributes().results()).anyMatch(Housekeeping::keepsAnything);
        if (!wanted) {
            return;
        }
        try {
            backend.prepare();
        } catch (OperationalException e) {
            log.error(
                    "result_tables_not_made",
                    e,
                    "next",
                    "tried again when a result is written or read; tasks that ignore theirs run");
        }
    }

    private static boolean keepsAnything(ResultAttributes said) {
        return !said.ignore() || said.storeErrorsEvenIfIgnored();
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false, info = "abakus: delete expired results")
    void cleanUp() {
        if (!backend.isPrepared()) {
            return;
        }
        try {
            int removed = results.cleanUp();
            if (removed > 0) {
                log.info("results_expired", "removed", removed);
            }
        } catch (OperationalException e) {
            log.error("results_not_cleaned_up", e, "next", "tried again in five minutes");
        }
    }
}
