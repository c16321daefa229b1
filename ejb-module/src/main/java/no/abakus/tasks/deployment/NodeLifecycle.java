package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import no.abakus.tasks.bulk.Bulks;
import no.abakus.tasks.control.NodeNeeds;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.DatabaseClock;
import no.abakus.tasks.engine.Chore;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.history.Depths;

/**
 * Starts this node's chores together with the application. When the application stops, waits for running tasks before
 * it ends the chores.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeLifecycle {

    private static final Duration BETWEEN_LOOKS_AT_NEEDS = Duration.ofMillis(500);
    private static final Duration BETWEEN_BULKS = Duration.ofMillis(500);
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofMinutes(5);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS_AT_CLOCKS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);

    @Inject
    private Engine engine;

    @Inject
    private NodeNeeds nodeNeeds;

    @Inject
    private RunNotes notes;

    @Inject
    private Application application;

    @Inject
    private Bulks bulks;

    @Inject
    private Depths depths;

    @Inject
    private Database database;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private Chores chores;

    @PostConstruct
    void begin() {
        application.check();
        chores = new Chores(executor);
        compareClocks();
        engine.begin();
        engine.chores().forEach(chores::begin);
        application.chores().forEach(chores::begin);
        chores.begin(new Chore("see whether the node can work", BETWEEN_LOOKS_AT_NEEDS, nodeNeeds::look));
        chores.begin(new Chore("carry on bulk operations", BETWEEN_BULKS, bulks::carryOn));
        chores.begin(new Chore("delete old bulk operations", BETWEEN_CLEAN_UPS, bulks::removeOld));
        chores.begin(new Chore("sample the queues", BETWEEN_SAMPLES, depths::sample));
        chores.begin(new Chore("compare the clock with the database's", BETWEEN_LOOKS_AT_CLOCKS, this::compareClocks));
        chores.begin(new Chore("note what runs", BETWEEN_NOTES, notes::look));
    }

    private void compareClocks() {
        engine.state().skew().look(new DatabaseClock(database));
    }

    @PreDestroy
    void end() {
        try {
            // The drain comes first, because other nodes must see that this node is alive while its tasks end.
            engine.drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chores.end();
        notes.close();
        engine.end();
    }
}
