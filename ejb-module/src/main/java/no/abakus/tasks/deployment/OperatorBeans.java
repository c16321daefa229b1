package no.abakus.tasks.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TaskMetrics;
import no.abakus.tasks.operate.TaskResults;

/** Lets beans inject the engine's API for operators. */
@ApplicationScoped
class OperatorBeans {

    @Inject
    private Engine engine;

    @Produces
    @Singleton
    TaskCatalogue catalogue() {
        return engine.catalogue();
    }

    @Produces
    @Singleton
    TaskResults results() {
        return engine.reports();
    }

    @Produces
    @Singleton
    TaskHistory history() {
        return engine.history();
    }

    @Produces
    @Singleton
    TaskControl control() {
        return engine.operating();
    }

    @Produces
    @Singleton
    TaskMetrics metrics() {
        return engine.metrics();
    }
}
