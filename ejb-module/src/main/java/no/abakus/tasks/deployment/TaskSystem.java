package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.broker.KnownBrokers;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.NodeNeeds;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.delay.ParkingLot;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.NodeState;
import no.abakus.tasks.engine.Platform;
import no.abakus.tasks.engine.SendingPlatform;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.jms.JmsLogContext;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.operate.DeadLetterQueue;
import no.abakus.tasks.operate.TaskHealth;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.NewsListener;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.transport.jms.JmsDeliveries;
import no.abakus.tasks.transport.jms.JmsNode;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.MessageLogContext;
import no.abakus.tasks.transport.jms.Parking;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.NodeStop;
import no.abakus.tasks.worker.RequestStack;

/** Creates the application's engine and the parts around it in a container, and provides them for injection. */
@ApplicationScoped
public class TaskSystem {

    /** How long the web modules may take to start. A server usually starts sooner, even on a busy machine. */
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(3);

    @Inject
    private TaskDiscovery discovery;

    @Inject
    @Any
    private Instance<EventListener> listeners;

    @Inject
    @Any
    private Instance<HealthProbe> declaredProbes;

    @Inject
    @Any
    private Instance<NodeListener> nodeListeners;

    @Resource(lookup = "java:comp/DefaultJMSConnectionFactory")
    private ConnectionFactory connections;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threadFactory;

    @Resource(lookup = "java:comp/DefaultContextService")
    private ContextService contexts;

    @Inject
    private RequestScopes scopes;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactionRegistry;

    @Inject
    private TransactionBoundaries boundaries;

    private final Sources sources = Sources.system();
    private final NodeState state = NodeState.fresh(sources.clock());
    private ContainerThreads threads;
    private Transactions transactions;
    private Database database;
    private RunNotes notes;
    private Engine engine;
    private NodeStop stop;
    private JmsDeliveries deliveries;
    private DeadLetterQueue letterOffice;
    private NodeHealth health;
    private ParkingLot parking;
    private Application application;
    private JmsLogContext logContexts;

    @PreDestroy
    void end() {
        threads.end();
    }

    @PostConstruct
    void assemble() {
        TaskSystemConfig config = discovery.plan().config();
        threads = new ContainerThreads(executor, threadFactory, scopes);
        transactions = new JtaTransactions(boundaries, transactionRegistry);
        Supplier<DataSource> dataSource = DataSources.of(config.results().dataSource());
        database = new Database(dataSource, transactions);
        application = new Application(discovery);
        application.protectData();
        QueueNames names = application.names();
        NodeIdentity node = NodeIdentity.starting(config.node().name(), sources.ids(), sources.clock());
        notes = RunNotes.open(config.acks().dataFolder().map(application::own), node.run(), sources.clock());
        KnownBrokers brokers = KnownBrokers.listed();
        logContexts =
                new MessageLogContext(config.message(), new ContextCarrier(config.message(), Redaction.active())::pack);
        JmsTransport jms = new JmsTransport(
                        connections,
                        sources.clock(),
                        transactionRegistry,
                        brokers.traits(connections),
                        new Parking(config.delay().parkAbove(), () -> parking.sent()),
                        names)
                .sealing(sources.tokens().seals());
        String defaultQueue = config.routing().defaultQueue();
        JmsNode receiving = new JmsNode(
                connections, sources.clock(), config, names, sources.tokens(), node.name(), () -> engine.orders()
                        .pause(defaultQueue, "")
                        .isPresent());
        parking = new ParkingLot(
                receiving.delayed(unreadable -> engine.publish(unreadable)),
                application.parked(database),
                transactions,
                sources.clock(),
                config.delay(),
                threads::later);
        BrokerAdmin broker = parking.including(brokers.admin(connections, names));
        application.make(connections, broker, transactions, database, sources.clock(), () -> engine.orders()
                .refresh());
        ListenerSwitch switchable = application.listeners();

        engine = new Engine(
                config,
                discovery.formats(),
                discovery.plan().queues(),
                discovery.definitions(),
                state,
                platform(config, node, jms, broker, switchable));
        transactions.outside(() -> {
            engine.orders().refresh();
            application.shareSeals(database, sources.tokens().seals());
            return null;
        });
        stop = new NodeStop(
                state.deliveryGate(), state.running(), config.worker().gracePeriod());
        deliveries = receiving.deliveries(
                discovery.modules().delaying(engine.worker(), PATIENCE_AT_START),
                state.deliveryGate(),
                why -> state.deliveryGate().isClosed() || SqlTrouble.isOutage(why) || !database.responds());
        letterOffice = receiving.deadLetters(Redaction.active()::text, transactions);
        health = NodeHealth.of(
                engine,
                new NodeHealth.Probes(
                        new DatabaseProbe(dataSource),
                        receiving.broker(),
                        receiving.consumers(),
                        declaredProbes.stream().toList()),
                new NodeHealth.Consumption(defaultQueue, broker, switchable),
                new NodeHealth.Start(
                        discovery.modules().probe(),
                        PATIENCE_AT_START,
                        config.control().heartbeat()),
                executor,
                // A health check may be called by the server itself, on a thread without a context.
                () -> threads.in(contexts::currentContextExecutor),
                sources.clock());
    }

    private Platform platform(
            TaskSystemConfig config,
            NodeIdentity node,
            JmsTransport jms,
            BrokerAdmin broker,
            ListenerSwitch switchable) {
        return new Platform(
                new SendingPlatform(
                        node,
                        sources,
                        Redaction.active(),
                        transactions,
                        jms,
                        threads.sendLimit(),
                        new JdbcResultBackend(database),
                        application.orders(database),
                        threads::later,
                        discovery.tracing()),
                threads.forEngine(config.acks().earlySlots()),
                application.stores(database, notes.trace()),
                new Platform.Messaging(
                        jms.control(),
                        jms.newsAfterCommit(transactionRegistry, executor),
                        jms.monitoring(),
                        broker,
                        switchable),
                new Platform.Observers(
                        listeners.stream().toList(),
                        discovery.hooks(),
                        nodeListeners.stream().toList()),
                ConnectionFailures.known().asSeenByWorker(),
                TaskSystem::stopServer);
    }

    /** Stops the server on a new thread, because a stopping server waits for the thread that calls this method. */
    private static void stopServer() {
        new Thread(() -> System.exit(0), "abakus-shutdown").start();
    }

    @Produces
    @Singleton
    Engine engine() {
        return engine;
    }

    @Produces
    @Singleton
    RunNotes notes() {
        return notes;
    }

    @Produces
    @Singleton
    Database database() {
        return database;
    }

    @Produces
    @Singleton
    Tasks tasks() {
        return engine.tasks();
    }

    @Produces
    @Singleton
    TaskRequest request() {
        return new CurrentRequest(state.requests());
    }

    @Produces
    @Singleton
    RequestStack requestStack() {
        return state.requests();
    }

    @Produces
    @Singleton
    NodeStop stop() {
        return stop;
    }

    @Produces
    @Singleton
    JmsDeliveries deliveries() {
        return deliveries;
    }

    @Produces
    @Singleton
    TaskHealth health() {
        return health.checks();
    }

    @Produces
    @Singleton
    JmsLogContext logContexts() {
        return logContexts;
    }

    @Produces
    @Singleton
    ControlListener controlListener() {
        return engine.control().listener();
    }

    @Produces
    @Singleton
    DeadLetterQueue letterOffice() {
        return letterOffice;
    }

    @Produces
    @Singleton
    Application application() {
        return application;
    }

    @Produces
    @Singleton
    NodeNeeds nodeNeeds() {
        return health.nodeNeeds();
    }

    @Produces
    @Singleton
    ParkingLot parking() {
        return parking;
    }

    @Produces
    @Singleton
    NewsListener news() {
        return engine.news();
    }

    /**
     * Restricts the bean to this type, so that the lookup of event listeners does not find the bean while this class is
     * still being created.
     */
    @Produces
    @Singleton
    @Typed(MonitoringFeed.class)
    MonitoringFeed feed() {
        return engine.feed();
    }
}
