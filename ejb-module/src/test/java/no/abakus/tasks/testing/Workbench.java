package no.abakus.tasks.testing;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskControl;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.client.TaskClient;
import no.abakus.tasks.compression.BuiltInCompressors;
import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.control.ControlSeams;
import no.abakus.tasks.control.Listening;
import no.abakus.tasks.control.Node;
import no.abakus.tasks.control.NodeParts;
import no.abakus.tasks.control.Tally;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.crash.NodeRun;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.deployment.ConnectionFailures;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.event.TaskLogLines;
import no.abakus.tasks.limit.Grant;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.message.ArgumentSummary;
import no.abakus.tasks.message.CborTaskSerializer;
import no.abakus.tasks.message.Compressors;
import no.abakus.tasks.message.ContextCarrier;
import no.abakus.tasks.message.Headers;
import no.abakus.tasks.message.JavaTaskSerializer;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.MsgpackTaskSerializer;
import no.abakus.tasks.message.Serializers;
import no.abakus.tasks.message.SignatureCodec;
import no.abakus.tasks.message.YamlTaskSerializer;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.publish.Dispatch;
import no.abakus.tasks.publish.MessageParts;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.publish.SenderIdentity;
import no.abakus.tasks.registry.ArgumentCheck;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.RecordingTransport;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.ResultWaiters;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.routing.Router;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.DeliveryHandler;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.ListenerSwitch;
import no.abakus.tasks.spi.MonitoringEvent;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.Settlement;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;
import no.abakus.tasks.worker.AbandonedBodies;
import no.abakus.tasks.worker.Alarms;
import no.abakus.tasks.worker.BodyThreads;
import no.abakus.tasks.worker.ConnectionFailure;
import no.abakus.tasks.worker.CrashSeams;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.EarlySlots;
import no.abakus.tasks.worker.OtherNodes;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.TimeKeeping;
import no.abakus.tasks.worker.Turnstile;
import no.abakus.tasks.worker.Worker;
import no.abakus.tasks.worker.WorkerSeams;
import no.abakus.tasks.workflow.WorkflowAdvance;
import no.abakus.tasks.workflow.WorkflowStart;
import org.assertj.core.api.AssertProvider;

/**
 * The whole task system without a server, put together by hand over memory. A message travels as far as on a server, through
 * serializer and worker; only broker and container are not there.
 *
 * <pre>{@code
 * Workbench bench = Workbench.of(new Mailer());
 * bench.tasks().call(Mailer::send, "a@b.no").countdown(Duration.ofMinutes(5)).applyAsync();
 * bench.clock().advance(Duration.ofMinutes(5));
 * bench.runDue();
 * assertThat(bench.events().names()).containsExactly("Sent", "Started", "Succeeded");
 * }</pre>
 *
 * <p>Settings, queues, listeners and beans are added before the first task is sent or run. To be used by one thread.
 */
public final class Workbench implements AssertProvider<WorkbenchAssert> {

    /** The name of the one node. */
    public static final String NODE = "bench";

    /** More deliveries than that in one {@link #runDue} are a task that sends or retries itself for ever. */
    private static final int MAX_DELIVERIES = 10_000;

    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "workbench-timer"));

    private record Engine(
            TaskClient tasks,
            Worker worker,
            RateLimits limits,
            TaskRegistry registry,
            MessageCodec codec,
            Results handles,
            StandingOrders orders,
            ControlCenter control) {}

    private final String node;
    private final SettableClock clock;
    private final InMemoryTransport transport;
    private final InMemoryResults results;
    private final InMemoryOrders orders;
    private final InMemoryClaims claims;
    private final InMemorySuspicions suspicions;
    private final InMemoryTransactions transactions;
    private final InMemoryTopic topic;
    private final InMemoryBroker broker;
    private final RecordingEvents events = new RecordingEvents();
    private final RequestStack requests = new RequestStack();
    private final RunningTasks running = new RunningTasks();
    private final Intake intake = new Intake();
    private final Tally tally = new Tally();
    private final List<String> stops = new ArrayList<>();
    private final List<MonitoringEvent> watched = new ArrayList<>();
    private MonitoringFeed feed;
    private final TimeLimits timeLimits = new TimeLimits();
    private final HookCalls hooks = new HookCalls();
    private final Turnstile turnstile;
    private AbandonedBodies abandoned;
    private Alarms alarms = Alarms.NEVER;
    private BodyThreads bodyThreads = BodyThreads.NONE;
    private final EagerRunner eager;
    private final Tasks tasks;
    /** A misspelt name in a test is to be seen at once. */
    private final TreeMap<String, String> settings =
            new TreeMap<>(Map.of("abakus.tasks.worker.unknown-task-wait", "PT0S"));

    private final Set<String> queues = new HashSet<>(Set.of("default"));
    private final List<EventListener> listeners = new ArrayList<>();
    private final List<TaskDefinition> definitions = new ArrayList<>();
    private double chance;
    private final List<TaskSerializer> serializers = new ArrayList<>();
    private final List<TaskCompressor> compressors = new ArrayList<>(BuiltInCompressors.all());
    private final List<TaskRouter> routers = new ArrayList<>();
    private List<LeftTask> left = List.of();
    private int runs = 1;
    private Engine engine;

    /** A workbench without tasks yet. */
    public Workbench() {
        node = NODE;
        clock = new SettableClock();
        turnstile = new Turnstile(clock);
        transport = new InMemoryTransport(clock);
        results = new InMemoryResults();
        orders = new InMemoryOrders();
        topic = new InMemoryTopic();
        claims = new InMemoryClaims(clock);
        suspicions = new InMemorySuspicions();
        transactions = new InMemoryTransactions(transport, results, orders, claims);
        broker = new InMemoryBroker(transport, clock);
        eager = new EagerRunner(transport, events, this::worker);
        tasks = EagerDoor.around(new DeferredTasks(() -> engine().tasks()), eager);
    }

    /** Another node of this name at the same broker and the same database. */
    private Workbench(String name, Workbench other) {
        node = name;
        clock = other.clock;
        turnstile = new Turnstile(clock);
        transport = other.transport;
        results = other.results;
        orders = other.orders;
        topic = other.topic;
        claims = other.claims;
        suspicions = other.suspicions;
        transactions = other.transactions;
        broker = other.broker;
        eager = new EagerRunner(transport, events, this::worker);
        tasks = EagerDoor.around(new DeferredTasks(() -> engine().tasks()), eager);
    }

    /** A second node, without tasks yet, at the same broker, over the same results and orders, and with the same clock. */
    public Workbench secondNode(String name) {
        return new Workbench(name, this);
    }

    /** A workbench with the tasks of these objects. */
    public static Workbench of(Object... beans) {
        Workbench bench = new Workbench();
        for (Object bean : beans) {
            bench.register(bean);
        }
        return bench;
    }

    /** Adds the tasks of an object; it may have been given {@link #tasks} and {@link #request} before. */
    public Workbench register(Object bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(bean.getClass(), bean, requests)));
    }

    /**
     * Adds the tasks of a class, called on this object: the form for a CDI bean, whose object is a proxy that does not show
     * its class's annotations.
     */
    public <T> Workbench register(Class<T> type, T bean) {
        return prepare(() -> definitions.addAll(AnnotatedTasks.of(type, bean, requests)));
    }

    /**
     * From now on a task runs at the call that sends it, in the caller's thread, whether due or not, and so do its retries and
     * what it sends. The call returns when all of that has ended; failures are kept, as those on a worker are. Arguments make
     * the trip through the serializer even so. Celery: {@code task_always_eager}.
     */
    public Workbench eager() {
        eager.turnOn(false);
        return this;
    }

    /**
     * As {@link #eager}, and the call throws what the task failed by; a checked exception, which it cannot throw, as the cause of an
     * {@link IllegalStateException}. Celery: {@code task_eager_propagates}.
     */
    public Workbench eagerThrowing() {
        eager.turnOn(true);
        return this;
    }

    /** Sets a key of the configuration, such as {@code abakus.tasks.message.max-body-size}. */
    public Workbench set(String key, String value) {
        return prepare(() -> settings.put(key, value));
    }

    /** Has a listener consume this queue. */
    public Workbench queue(String name) {
        return prepare(() -> queues.add(name));
    }

    /** Adds somebody who is told of events. */
    public Workbench listener(EventListener listener) {
        return prepare(() -> listeners.add(listener));
    }

    /** Sets what chance says from now on: from 0 inclusive to 1 exclusive; 0 at first. */
    public Workbench chance(double next) {
        chance = next;
        return this;
    }

    /** Adds somebody who observes hooks of this type, of all tasks: {@link TaskHook} itself for all of them. */
    public <H extends TaskHook> Workbench hook(Class<H> type, Consumer<? super H> observer) {
        return prepare(() -> hooks.add(type, observer));
    }

    /** Adds a serializer of the application's own; it has to be accepted by {@code abakus.tasks.body.accept}. */
    public Workbench serializer(TaskSerializer serializer) {
        return prepare(() -> serializers.add(serializer));
    }

    /** Adds a compressor of the application's own. */
    public Workbench compressor(TaskCompressor compressor) {
        return prepare(() -> compressors.add(compressor));
    }

    /** Adds a router of the application's own. */
    public Workbench router(TaskRouter router) {
        return prepare(() -> routers.add(router));
    }

    private Workbench prepare(Runnable change) {
        if (engine != null) {
            throw new IllegalStateException("The system runs already; set it up before the first task is sent or run");
        }
        change.run();
        return this;
    }

    /** The front door. */
    public Tasks tasks() {
        return tasks;
    }

    /** What beans inject to ask about the task that is running. */
    public TaskRequest request() {
        return new CurrentRequest(requests);
    }

    /** The time; it stands still until it is moved. */
    public SettableClock clock() {
        return clock;
    }

    /** What was sent, what waits, and the dead letters. */
    public InMemoryTransport transport() {
        return transport;
    }

    /** What is kept of tasks whose result is wanted. */
    public InMemoryResults results() {
        return results;
    }

    /** Which tasks have begun that are never to begin twice. */
    public InMemoryClaims claims() {
        return claims;
    }

    /** What is known of tasks that were running when a node died. */
    public InMemorySuspicions suspicions() {
        return suspicions;
    }

    /**
     * The node dies, and this is its next run: of what it was running it knows what these say. What was being delivered is
     * to be delivered again by hand.
     */
    public Workbench restartedAfter(LeftTask... tasks) {
        left = List.of(tasks);
        runs++;
        if (engine != null) {
            topic.leave(engine.control().listener());
        }
        engine = null;
        return this;
    }

    /** Does what a node does every few seconds: says that it is alive, and looks after tasks of nodes that are not. */
    public void lookAfterClaims() {
        engine().worker().lookAfterClaims();
    }

    /** Makes sends and results happen together or not at all. */
    public InMemoryTransactions transactions() {
        return transactions;
    }

    /** Deletes the results that have expired by {@link #clock}; answers how many. */
    public int cleanUp() {
        return engine().handles().cleanUp();
    }

    /** What happened. */
    public RecordingEvents events() {
        return events;
    }

    /**
     * Keeps time limits, by the machine's clock: a body with a hard limit runs on a thread of its own. Without this, limits are
     * carried and shown, and bodies may take as long as they like.
     */
    public Workbench keepTimeLimits() {
        return prepare(() -> {
            alarms = (after, ring) -> {
                Future<?> alarm = TIMER.schedule(ring, after.toNanos(), TimeUnit.NANOSECONDS);
                return () -> alarm.cancel(false);
            };
            bodyThreads = (name, body) -> daemon(body, name).start();
        });
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The time limits, to change them while tasks run. */
    public TimeLimits timeLimits() {
        return timeLimits;
    }

    /** The bodies that run on beyond their time limit. */
    public AbandonedBodies abandoned() {
        engine();
        return abandoned;
    }

    /** Whether the node takes work; deliveries by {@link #runDue} do not ask. */
    public Turnstile turnstile() {
        return turnstile;
    }

    /** The tasks that run now, to interrupt them. */
    public RunningTasks running() {
        return running;
    }

    /** The rate limits, to change them while tasks run. */
    public RateLimits limits() {
        return engine().limits();
    }

    /** What an operator sees and steers. */
    public TaskControl control() {
        return engine().control().control();
    }

    /** What operators have ordered, as it is kept. */
    public InMemoryOrders orders() {
        return orders;
    }

    /** What an operator can see and do at the broker. */
    public InMemoryBroker broker() {
        return broker;
    }

    /** What the node says to others, and they to it. */
    public InMemoryTopic topic() {
        return topic;
    }

    /** Has the node read the orders of operators anew, as it does now and then. */
    public void refreshOrders() {
        engine().orders().refresh();
    }

    /** The monitoring events that were told so far; none unless they are switched on. */
    public List<MonitoringEvent> watched() {
        engine();
        feed.flush();
        return List.copyOf(watched);
    }

    /** Whether the server was told to stop. */
    public boolean isStopped() {
        return !stops.isEmpty();
    }

    /** The worker, for deliveries made by hand. */
    public DeliveryHandler worker() {
        return engine().worker();
    }

    /**
     * Runs all that is due, and all that falls due by it, on this thread.
     *
     * @return how many deliveries that were
     */
    public int runDue() {
        int delivered = 0;
        while (transport.deliverNext(worker())) {
            if (++delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("There seems to be no end: " + MAX_DELIVERIES
                        + " deliveries, and more is due; does a task retry or send itself without delay?");
            }
        }
        return delivered;
    }

    /**
     * Runs all that was sent, on this thread, moving the clock on to whatever is due next until nothing waits any more.
     *
     * @return how many deliveries that were
     */
    public int drain() {
        int delivered = runDue();
        for (Optional<Instant> next = transport.nextDue(); next.isPresent(); next = transport.nextDue()) {
            clock.set(next.get());
            delivered += runDue();
            if (delivered > MAX_DELIVERIES) {
                throw new IllegalStateException("There seems to be no end: " + MAX_DELIVERIES
                        + " deliveries, and more waits; does a task retry for ever, or send itself with a countdown?");
            }
        }
        return delivered;
    }

    /** The arguments of a message as the worker reads them; of a task that is not known here, as the body has them. */
    public TaskArguments arguments(TaskMessage message) {
        ParameterTypes types = engine().registry()
                .find(message.task())
                .<ParameterTypes>map(TaskDefinition::parameters)
                .orElse(new AnyTypes());
        try {
            return engine().codec().decode(message, types);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(
                    "The arguments of task " + message.task() + "[" + message.id() + "] cannot be read", e);
        }
    }

    @Override
    public WorkbenchAssert assertThat() {
        return new WorkbenchAssert(this);
    }

    /** Delivers one message as if it had just come from the default queue. */
    public Settlement deliver(TaskMessage message) {
        return worker().deliver(new Delivery(message, new Route("default", 4), clock.now(), 1, false));
    }

    /** The types of a task of which nothing is known. */
    private record AnyTypes() implements ParameterTypes {
        @Override
        public Optional<Type> at(int position) {
            return Optional.of(Object.class);
        }

        @Override
        public Optional<Type> named(String name) {
            return Optional.of(Object.class);
        }
    }

    private Engine engine() {
        if (engine == null) {
            engine = assemble();
        }
        return engine;
    }

    private List<TaskSerializer> formats(TaskSystemConfig config) {
        List<TaskSerializer> all = new ArrayList<>(serializers);
        all.add(new JsonTaskSerializer());
        all.add(new YamlTaskSerializer());
        all.add(new MsgpackTaskSerializer());
        all.add(new CborTaskSerializer());
        all.add(new JavaTaskSerializer(config.body()));
        return all;
    }

    private CrashSeams crash(TaskSystemConfig config) {
        NodeRun run = new NodeRun(node, "run-" + runs, clock.now());
        return new CrashSeams(
                transactions,
                new Claims(
                        claims,
                        run,
                        runs == 1 ? Optional.empty() : Optional.of("run-" + (runs - 1)),
                        config.acks().nodeLostAfter(),
                        config.results().retention(),
                        clock),
                new Suspects(suspicions, run, left, config.results().unfinishedRetention(), clock),
                Trace.NOWHERE,
                new EarlySlots(MAX_DELIVERIES, Runnable::run));
    }

    private Engine assemble() {
        StartupProblems problems = new StartupProblems();
        TaskSystemConfig config = TaskSystemConfig.read(new MapSource(settings), problems);
        JsonTaskSerializer json = new JsonTaskSerializer();
        Serializers accepted = new Serializers(config.body(), formats(config), problems::add);
        Compressors packers = new Compressors(compressors, problems::add);
        Router router = new Router(config.routing(), queues, routers, problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.report());
        }
        MessageCodec codec = new MessageCodec(config.message(), config.decoding(), config.body(), accepted, packers);
        TaskRegistry registry = new TaskRegistry(definitions);
        feed = new MonitoringFeed(
                watched::addAll,
                Redaction.standard(),
                clock,
                node,
                config.control().events());
        abandoned = new AbandonedBodies(config.worker().maxAbandonedThreads(), turnstile);
        TaskEvents told =
                new TaskEvents(Stream.concat(Stream.of(new TaskLogLines(), tally, feed, events), listeners.stream())
                        .toList());
        RateLimits limits = new RateLimits(registry, new InMemoryPace(), clock, new Grant(node, "run-1"));
        ResultCodec resultCodec = new ResultCodec(json, config.results());
        // Who waits on a workbench waits for what this very thread will do, so that a later look finds nothing more.
        ResultWaiters waiters = new ResultWaiters(results, (delay, look) -> {
            if (delay.isZero()) {
                look.run();
            }
        });
        TaskRecords records =
                new TaskRecords(results, resultCodec, waiters::heard, transactions, config.results(), clock, node);
        SignatureCodec signatures = new SignatureCodec();
        RecordingTransport recording = new RecordingTransport(transport, records, transactions);
        Ids ids = new CountingIds();
        Publisher publisher = new Publisher(
                new MessageParts(
                        codec,
                        new ArgumentSummary(config.message(), Redaction.standard(), json),
                        new ContextCarrier(config.message(), Redaction.standard()),
                        new Headers(config.message()),
                        signatures),
                router,
                new Dispatch(recording, transport, recording::expired, transactions, clock, SendLimit.NONE),
                told,
                requests::lineage,
                new SenderIdentity(node, clock, ids, new CountingIds()));
        StandingOrders standing = new StandingOrders(results, orders, clock);
        standing.refresh();
        ControlCenter control = new ControlCenter(
                new Node(node, node + "-run-" + runs, clock, new CountingIds()),
                config.control(),
                json,
                new ControlSeams(
                        topic,
                        waiters::heard,
                        results,
                        orders,
                        transactions,
                        broker,
                        new Listening(ListenerSwitch.NONE, turnstile, running, (delay, work) -> work.run()),
                        (delay, work) -> {
                            clock.advance(delay);
                            work.run();
                        },
                        () -> stops.add("stopped")),
                new NodeParts(registry, queues, running, limits, timeLimits, standing, intake, turnstile, tally, feed),
                List.of(feed));
        topic.join(control.listener());
        Results handles = new Results(
                results, resultCodec, waiters, registry, control.revoking(), transactions, requests::isRunning, clock);
        ArgumentCheck arguments = new ArgumentCheck(json);
        WorkflowAdvance workflow = new WorkflowAdvance(registry, publisher, signatures, ids);
        return new Engine(
                new TaskClient(
                        registry,
                        new WorkflowStart(registry, publisher, signatures, arguments),
                        arguments,
                        handles,
                        transactions),
                new Worker(
                        registry,
                        codec,
                        publisher,
                        workflow,
                        records,
                        resultCodec,
                        told,
                        requests,
                        clock,
                        node,
                        new WorkerSeams(
                                () -> chance,
                                limits,
                                running,
                                new TimeKeeping(timeLimits, alarms, bodyThreads, bodyThreads, abandoned),
                                hooks,
                                standing,
                                intake,
                                new OtherNodes(config.worker().unknownTaskWait(), control::hearsOthers),
                                new ConnectionFailure(ConnectionFailures::isNoneToHave, ConnectionFailures::isLost),
                                crash(config))),
                limits,
                registry,
                codec,
                handles,
                standing,
                control);
    }
}
