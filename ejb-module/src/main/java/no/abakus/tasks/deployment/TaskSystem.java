package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
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
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.abakus.logging.Redaction;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskControl;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.broker.FoundBroker;
import no.abakus.tasks.broker.openmq.OpenMqTraits;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.config.ResultConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.Ability;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.control.ControlSeams;
import no.abakus.tasks.control.Listening;
import no.abakus.tasks.control.Node;
import no.abakus.tasks.control.NodeParts;
import no.abakus.tasks.control.Tally;
import no.abakus.tasks.control.WorkersProbe;
import no.abakus.tasks.crash.NodeRun;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.delay.Arrivals;
import no.abakus.tasks.delay.Departures;
import no.abakus.tasks.delay.ParkingLot;
import no.abakus.tasks.delay.WithParked;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.event.TaskLogLines;
import no.abakus.tasks.limit.Grant;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.limit.jdbc.JdbcPace;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.module.AfterStart;
import no.abakus.tasks.module.ModulesProbe;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.publish.Dispatch;
import no.abakus.tasks.publish.MessageParts;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.registry.TasksProbe;
import no.abakus.tasks.result.RecordingTransport;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.ResultWaiters;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.server.wildfly.WildFlyListeners;
import no.abakus.tasks.spi.BrokerAdmin;
import no.abakus.tasks.spi.ControlListener;
import no.abakus.tasks.spi.DeadLetterOffice;
import no.abakus.tasks.spi.DelayedMessages;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.spi.ListenerSwitch;
import no.abakus.tasks.spi.NewsChannel;
import no.abakus.tasks.spi.NewsListener;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.spi.OrderStore;
import no.abakus.tasks.spi.ParkedStore;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.Transactions;
import no.abakus.tasks.transport.jms.BrokerProbe;
import no.abakus.tasks.transport.jms.ConsumerPulse;
import no.abakus.tasks.transport.jms.DeadLetters;
import no.abakus.tasks.transport.jms.GivenBack;
import no.abakus.tasks.transport.jms.JmsDeadLetterOffice;
import no.abakus.tasks.transport.jms.JmsDelayed;
import no.abakus.tasks.transport.jms.JmsDeliveries;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.Parking;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.transport.jms.ShownDeadLetter;
import no.abakus.tasks.worker.AbandonedBodies;
import no.abakus.tasks.worker.Alarms;
import no.abakus.tasks.worker.BodyThreads;
import no.abakus.tasks.worker.ConnectionFailure;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.NodeStop;
import no.abakus.tasks.worker.OtherNodes;
import no.abakus.tasks.worker.ProcessEnd;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.TimeKeeping;
import no.abakus.tasks.worker.Turnstile;
import no.abakus.tasks.worker.Worker;
import no.abakus.tasks.worker.WorkerSeams;
import no.abakus.tasks.workflow.WorkflowAdvance;
import no.abakus.tasks.workflow.WorkflowStart;

/** Puts the parts together, once per application, and offers those that others inject. */
@ApplicationScoped
public class TaskSystem {

    /** Longer than a server that starts on a busy machine takes. */
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
    private ManagedThreadFactory threads;

    @Inject
    private RequestScopes scopes;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactionRegistry;

    @Inject
    private TransactionBoundaries boundaries;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    private final RequestStack requests = new RequestStack();
    private final RunningTasks running = new RunningTasks();
    private final Intake intake = new Intake();
    private final Tally tally = new Tally();
    private final TimeLimits timeLimits = new TimeLimits();
    private final Turnstile turnstile = new Turnstile(TaskClock.system());
    private NodeStop stop;
    private Listening listening;
    private ExecutorService shields;

    private TaskRegistry registry;
    private RateLimits limits;
    private Tasks tasks;
    private JmsDeliveries deliveries;
    private DeadLetterOffice letterOffice;
    private Ability ability;
    private Worker worker;
    private Survival survival;
    private List<HealthProbe> probes;
    private JdbcResultBackend backend;
    private ResultWaiters waiters;
    private ExecutorService sends;
    private Results results;
    private StandingOrders orders;
    private ControlCenter control;
    private MonitoringFeed feed;
    private ParkingLot parking;

    @PreDestroy
    void end() {
        sends.shutdown();
        shields.shutdown();
    }

    @PostConstruct
    void assemble() {
        sends = SendThreads.of(threads);
        shields = Executors.newCachedThreadPool(threads);
        TaskSystemConfig config = discovery.plan().config();
        String node = config.node().name();
        TaskClock clock = TaskClock.system();
        JmsTransport jms = new JmsTransport(
                connections,
                clock,
                transactionRegistry,
                new OpenMqTraits(connections),
                new Parking(config.delay().parkAbove(), () -> parking.sent()));
        feed = new MonitoringFeed(
                jms.monitoring(),
                Redaction.active(),
                clock,
                node,
                config.control().events());
        TaskEvents events = new TaskEvents(Stream.concat(Stream.of(new TaskLogLines(), tally, feed), listeners.stream())
                .toList());

        registry = new TaskRegistry(discovery.definitions());
        SendingPlan sending = discovery.sending();
        TaskSerializer json = new JsonTaskSerializer();
        MessageCodec codec = new MessageCodec(
                config.message(), config.decoding(), config.body(), sending.serializers(), sending.compressors());
        Transactions transactions = new JtaTransactions(boundaries, transactionRegistry);
        backend = new JdbcResultBackend(() -> dataSource(config.results()), transactions);
        waiters = new ResultWaiters(backend, this::runLater);
        NewsChannel news = jms.newsAfterCommit(transactionRegistry, executor);
        ResultCodec resultCodec = new ResultCodec(json, config.results());
        TaskRecords records = new TaskRecords(backend, resultCodec, news, transactions, config.results(), clock, node);
        Node self = new Node(node, Ids.RANDOM.next(), clock, Ids.RANDOM);
        limits = new RateLimits(registry, new JdbcPace(() -> database), clock, new Grant(node, self.run()));
        OrderStore orderStore = new JdbcOrders(() -> dataSource(config.results()), transactions);
        orders = new StandingOrders(backend, orderStore, clock);
        transactions.outside(() -> {
            orders.refresh();
            return null;
        });
        ListenerSwitch serversListeners = WildFlyListeners.ofThisDeployment(discovery.listeners());
        listening = new Listening(serversListeners, turnstile, running, this::runLater);
        ParkedStore parked = new JdbcParked(() -> dataSource(config.results()), transactions);
        DeadLetters deadLetters =
                new DeadLetters(connections, QueueNames.atBroker(QueueNames.DEAD_LETTER), clock, node);
        DelayedMessages delayed = new JmsDelayed(
                connections, config.message().maxBodySize(), deadLetters, told -> events.publish(() -> told), clock);
        Arrivals arrivals = new Arrivals(delayed, parked, transactions);
        parking = new ParkingLot(
                arrivals, new Departures(parked, delayed, transactions, clock, config.delay()), this::runLater);
        BrokerAdmin broker = new WithParked(new FoundBroker(connections), parked, arrivals, transactions, clock);
        control = new ControlCenter(
                self,
                config.control(),
                json,
                new ControlSeams(
                        jms.control(),
                        news,
                        backend,
                        orderStore,
                        transactions,
                        broker,
                        listening,
                        this::runLater,
                        TaskSystem::stopServer),
                new NodeParts(
                        registry,
                        discovery.plan().queues(),
                        running,
                        limits,
                        timeLimits,
                        orders,
                        intake,
                        turnstile,
                        tally,
                        feed),
                Stream.concat(Stream.of(feed), nodeListeners.stream()).toList());
        results = new Results(
                backend, resultCodec, waiters, registry, control.revoking(), transactions, requests::isRunning, clock);
        SignatureCodec signatures = new SignatureCodec();
        RecordingTransport recording = new RecordingTransport(jms, records, transactions);
        Publisher publisher = new Publisher(
                new MessageParts(
                        codec,
                        new ArgumentSummary(config.message(), Redaction.active(), json),
                        new ContextCarrier(config.message(), Redaction.active()),
                        new Headers(config.message()),
                        signatures),
                sending.router(),
                new Dispatch(recording, jms, recording::expired, transactions, clock, new SendLimit(sends)),
                events,
                requests::lineage,
                new SenderIdentity(node, clock, Ids.RANDOM, Ids.RANDOM));
        ArgumentCheck arguments = new ArgumentCheck(json);
        tasks = new TaskClient(
                registry,
                new WorkflowStart(registry, publisher, signatures, arguments),
                arguments,
                results,
                transactions);
        WorkflowAdvance workflow = new WorkflowAdvance(registry, publisher, signatures, Ids.RANDOM);

        stop = new NodeStop(turnstile, running, config.worker().gracePeriod(), ProcessEnd.byHalting());
        AbandonedBodies abandoned = new AbandonedBodies(config.worker().maxAbandonedThreads(), turnstile);
        String defaultQueue = QueueNames.atBroker(config.routing().defaultQueue());
        ConsumerPulse pulse = new ConsumerPulse(
                connections, defaultQueue, () -> orders.pause(config.routing().defaultQueue(), "")
                        .isPresent());
        survival = Survival.of(
                config,
                new NodeRun(node, self.run(), clock.now()),
                clock,
                transactions,
                threads,
                () -> dataSource(config.results()));
        WorkerSeams seams = new WorkerSeams(
                Randomness.OF_THE_THREAD,
                limits,
                running,
                new TimeKeeping(timeLimits, alarms(), bodyThreads(), shields(), abandoned),
                discovery.hooks(),
                orders,
                intake,
                new OtherNodes(config.worker().unknownTaskWait(), control::hearsOthers),
                new ConnectionFailure(ConnectionFailures::isNoneToHave, ConnectionFailures::isLost),
                survival.seams());
        worker = new Worker(
                registry, codec, publisher, workflow, records, resultCodec, events, requests, clock, node, seams);
        deliveries = new JmsDeliveries(
                config.message(),
                new AfterStart(discovery.modules(), PATIENCE_AT_START, worker),
                deadLetters,
                new GivenBack(
                        connections,
                        clock,
                        why -> turnstile.isClosed() || SqlTrouble.isOutage(why) || !backend.answers()),
                pulse,
                turnstile);
        letterOffice = new JmsDeadLetterOffice(
                connections,
                QueueNames.atBroker(QueueNames.DEAD_LETTER),
                new ShownDeadLetter(Redaction.active()::text),
                transactions);
        HealthProbe modules = new ModulesProbe(discovery.modules());
        List<HealthProbe> needs = Stream.concat(
                        Stream.of(
                                new DatabaseProbe(() -> dataSource(config.results())),
                                new LateModules(modules, PATIENCE_AT_START, clock)),
                        declared())
                .toList();
        ability = new Ability(needs, executor, clock, turnstile, listening);
        probes = Stream.concat(
                        Stream.of(
                                new BrokerProbe(connections, defaultQueue),
                                new WorkersProbe(
                                        config.routing().defaultQueue(),
                                        serversListeners,
                                        broker,
                                        () -> isMeantToConsume(config.routing().defaultQueue()),
                                        pulse),
                                modules,
                                abandoned),
                        declared())
                .toList();
    }

    /** What the application itself says that it needs. */
    private Stream<HealthProbe> declared() {
        return Stream.concat(Stream.of(new TasksProbe(registry)), declaredProbes.stream());
    }

    /** A node that is unable is meant to, and says that it does not. */
    private boolean isMeantToConsume(String queue) {
        boolean isAsked = turnstile.isOpen(queue) || turnstile.reasons().contains(Turnstile.Reason.UNABLE);
        return isAsked && orders.pause(queue, "").isEmpty();
    }

    private Alarms alarms() {
        return (after, ring) -> {
            ScheduledFuture<?> alarm = executor.schedule(ring, after.toNanos(), TimeUnit.NANOSECONDS);
            return () -> alarm.cancel(false);
        };
    }

    private BodyThreads bodyThreads() {
        return (name, body) -> {
            Thread thread = threads.newThread(() -> scopes.within(body));
            thread.setName(name);
            thread.start();
        };
    }

    /** Threads that are used again, since these bodies are never given up. */
    private BodyThreads shields() {
        return (name, body) -> shields.execute(() -> scopes.within(() -> {
            Thread thread = Thread.currentThread();
            String before = thread.getName();
            thread.setName(name);
            try {
                body.run();
            } finally {
                thread.setName(before);
            }
        }));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // looks for results report what goes wrong themselves
    private void runLater(Duration delay, Runnable work) {
        executor.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** On a thread of its own, for a server that stops waits for the one that this is called on. */
    private static void stopServer() {
        new Thread(() -> System.exit(0), "abakus-shutdown").start();
    }

    @SuppressWarnings("BanJNDI") // the name is the operator's setting, and nobody else's
    private static DataSource dataSource(ResultConfig config) {
        try {
            return InitialContext.doLookup(config.dataSource());
        } catch (NamingException e) {
            throw new OperationalException(
                    "There is no data source " + config.dataSource() + " (abakus.tasks.result.data-source), and results"
                            + " are to be kept in it",
                    e);
        }
    }

    @Produces
    @Singleton
    RateLimits limits() {
        return limits;
    }

    @Produces
    @Singleton
    Tasks tasks() {
        return tasks;
    }

    @Produces
    @Singleton
    TaskRequest request() {
        return new CurrentRequest(requests);
    }

    @Produces
    @Singleton
    RequestStack requestStack() {
        return requests;
    }

    @Produces
    @Singleton
    TimeLimits timeLimits() {
        return timeLimits;
    }

    @Produces
    @Singleton
    NodeStop stop() {
        return stop;
    }

    @Produces
    @Singleton
    RunningTasks running() {
        return running;
    }

    @Produces
    @Singleton
    TaskRegistry registry() {
        return registry;
    }

    @Produces
    @Singleton
    Survival survival() {
        return survival;
    }

    @Produces
    @Singleton
    Worker worker() {
        return worker;
    }

    @Produces
    @Singleton
    JmsDeliveries deliveries() {
        return deliveries;
    }

    @Produces
    @Singleton
    List<HealthProbe> probes() {
        return probes;
    }

    @Produces
    @Singleton
    JdbcResultBackend backend() {
        return backend;
    }

    @Produces
    @Singleton
    Results results() {
        return results;
    }

    @Produces
    @Singleton
    TaskControl control() {
        return control.control();
    }

    @Produces
    @Singleton
    ControlCenter controlCenter() {
        return control;
    }

    @Produces
    @Singleton
    ControlListener controlListener() {
        return control.listener();
    }

    @Produces
    @Singleton
    DeadLetterOffice letterOffice() {
        return letterOffice;
    }

    @Produces
    @Singleton
    Ability ability() {
        return ability;
    }

    /** Not as the listener that it is as well: those are looked for while this class is made. */
    @Produces
    @Singleton
    @Typed(MonitoringFeed.class)
    MonitoringFeed feed() {
        return feed;
    }

    @Produces
    @Singleton
    ParkingLot parking() {
        return parking;
    }

    @Produces
    @Singleton
    StandingOrders orders() {
        return orders;
    }

    @Produces
    @Singleton
    NewsListener news() {
        return waiters;
    }
}
