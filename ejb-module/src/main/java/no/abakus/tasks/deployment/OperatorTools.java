package no.abakus.tasks.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import no.abakus.tasks.bulk.Bulks;
import no.abakus.tasks.bulk.jdbc.JdbcBulks;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.OptionsAsJson;
import no.abakus.tasks.history.Depths;
import no.abakus.tasks.history.jdbc.JdbcDepths;
import no.abakus.tasks.history.jdbc.JdbcHistory;
import no.abakus.tasks.history.jdbc.JdbcViews;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.SavedViews;

/** Provides beans that only operators need: saved views, samples of queue depths, and bulk operations. */
@ApplicationScoped
public class OperatorTools {

    @Inject
    private TaskDiscovery discovery;

    @Inject
    private Engine engine;

    @Inject
    private Database database;

    @Inject
    private DeadLetterQueue letters;

    @Inject
    private Application application;

    @Produces
    @Singleton
    SavedViews views() {
        return new JdbcViews(database);
    }

    @Produces
    @Singleton
    Depths depths() {
        return new Depths(
                new JdbcDepths(database, application.owner()),
                name -> new JdbcDepths(database, Owner.named(name)),
                engine.operating(),
                engine.history(),
                TaskClock.system());
    }

    @Produces
    @Singleton
    Bulks bulks() {
        return new Bulks(
                new JdbcBulks(database, application.owner(), OptionsAsJson.format()),
                JdbcHistory.in(database, application.owner()).ends(),
                engine.history(),
                engine.operating(),
                letters,
                Ids.RANDOM,
                TaskClock.system(),
                discovery.plan().config().node().name());
    }
}
