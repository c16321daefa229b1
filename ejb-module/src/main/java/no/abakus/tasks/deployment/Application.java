package no.abakus.tasks.deployment;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.OwnerOnly;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.crash.jdbc.JdbcClaimStore;
import no.abakus.tasks.crash.jdbc.JdbcSuspicionStore;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.engine.Chore;
import no.abakus.tasks.engine.Platform;
import no.abakus.tasks.history.jdbc.JdbcHistory;
import no.abakus.tasks.history.jdbc.JdbcHistoryTakeOver;
import no.abakus.tasks.limit.jdbc.JdbcPace;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.order.jdbc.JdbcOrdersTakeOver;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.ServerTraits;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.server.FoundServer;
import no.abakus.tasks.transport.jms.JmsTakeOver;
import no.abakus.tasks.transport.jms.QueueNames;

/** This application, which may share its server, broker and database with other applications. */
final class Application {

    private static final Duration BETWEEN_LOOKS_AT_DESTINATIONS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS_AT_THE_SECRET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TAKE_OVERS = Duration.ofSeconds(5);

    private final Destinations destinations;
    private final ServerTraits server = FoundServer.ofThisProcess();
    private final TaskDiscovery discovery;
    private ApplicationDestinations atBroker;
    private SharedSeals seals;
    private TakeOver takeOver;

    /** Creates the application with the tasks and queues that were discovered. */
    Application(TaskDiscovery discovery) {
        this.discovery = discovery;
        this.destinations = discovery.destinations();
    }

    /** Returns the names of the application's queues and topics. */
    QueueNames names() {
        return destinations.names();
    }

    /** Returns the owner of the application's rows in the database. */
    Owner owner() {
        return TakeOver.owner(names());
    }

    /** Returns the store of the operators' orders: revocations and pauses. */
    OrderStore orders(Database database) {
        return new JdbcOrders(database, owner());
    }

    /** Returns the store of the delayed tasks. */
    ParkedStore parked(Database database) {
        return new JdbcParked(database, owner());
    }

    /**
     * Returns the stores of the application's other rows. All applications share the suspicions, because a suspicion
     * belongs to the id of a task.
     */
    Platform.Stores stores(Database database, Trace trace) {
        return new Platform.Stores(
                new JdbcClaimStore(database, owner()),
                new JdbcSuspicionStore(database),
                trace,
                new JdbcPace(database, owner()),
                JdbcHistory.in(database, owner()));
    }

    /** Returns the application's own folder within a folder that all applications of the server use. */
    Path own(Path folder) {
        return names().isPlain() ? folder : folder.resolve(names().application());
    }

    /**
     * Denies other users of the machine access to the folder with the file database. All applications of the server
     * share that folder.
     */
    void protectData() {
        server.dataFolder().ifPresent(OwnerOnly::inDataFolder);
    }

    /**
     * Creates the application's queues and topics. If the broker is unreachable, a chore creates them later.
     *
     * @param ordersChanged called after orders have been taken over from an earlier name of this application
     */
    void make(
            ConnectionFactory connections,
            BrokerAdmin broker,
            Transactions transactions,
            Database database,
            TaskClock clock,
            Runnable ordersChanged) {
        ListenerSwitch all = server.listeners(discovery.allListeners()).orElse(ListenerSwitch.NONE);
        atBroker = new ApplicationDestinations(
                destinations, server, broker, all, transactions, discovery.areListenersLate());
        atBroker.make();
        takeOver = new TakeOver(
                discovery.plan().config().application().takeOver(),
                destinations,
                new JmsTakeOver(connections, names(), transactions),
                new TakeOver.Rows(
                        new JdbcParked(database, owner()),
                        new JdbcOrdersTakeOver(database, owner()),
                        new JdbcHistoryTakeOver(database, owner())),
                clock,
                ordersChanged);
    }

    /** Returns the switch that starts and stops the application's task listeners. */
    ListenerSwitch listeners() {
        return server.listeners(discovery.listeners()).orElse(ListenerSwitch.NONE);
    }

    /**
     * Lets this node use the secret of the seals. All nodes that use the same database share that secret. If the
     * database is not ready now, a chore reads the secret later.
     */
    void shareSeals(Database database, Seals own) {
        seals = new SharedSeals(database, own);
        seals.tryToLook();
    }

    /** Throws if a listener consumes another application's destination. */
    void check() {
        destinations.check(server);
    }

    /** Returns the application's periodic work. */
    List<Chore> chores() {
        List<Chore> chores = new ArrayList<>();
        chores.add(new Chore("make queues and topics", BETWEEN_LOOKS_AT_DESTINATIONS, atBroker::make));
        chores.add(new Chore("share the seals of the nodes", BETWEEN_LOOKS_AT_THE_SECRET, seals::look));
        if (takeOver.isAskedFor()) {
            chores.add(new Chore("take over tasks", BETWEEN_TAKE_OVERS, takeOver::look));
        }
        return chores;
    }
}
