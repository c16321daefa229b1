package no.abakus.tasks.engine;

import java.util.List;
import java.util.Set;
import no.abakus.logging.Log;
import no.abakus.tasks.TaskRequest;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.control.Listening;
import no.abakus.tasks.control.NodeName;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TaskMetrics;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.NewsListener;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.RecordingTransport;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.ResultWaiters;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.worker.AbandonedBodies;
import no.abakus.tasks.worker.CrashProtection;
import no.abakus.tasks.worker.CurrentRequest;
import no.abakus.tasks.worker.EarlySlots;
import no.abakus.tasks.worker.OtherNodes;
import no.abakus.tasks.worker.TimeKeeping;
import no.abakus.tasks.worker.Worker;
import no.abakus.tasks.worker.WorkerParts;
import no.abakus.tasks.workflow.StartAgain;

/** A node: sends and runs tasks, and carries out operators' commands. Thread-safe. */
public final class Engine {

    private static final Log log = Log.get("no.abakus.tasks");

    private final TaskSystemConfig config;
    private final NodeState state;
    private final TaskRegistry registry;
    private final TaskEvents events;
    private final Observing observing;
    private final ResultWaiters waiters;
    private final StandingOrders orders;
    private final RateLimits limits;
    private final Listening listening;
    private final ControlCenter control;
    private final Results results;
    private final MessageCodec codec;
    private final Publisher publisher;
    private final StartAgain startAgain;
    private final Tasks tasks;
    private final EarlySlots slots;
    private final DeadNodes deadNodes;
    private final AbandonedBodies abandoned;
    private final Worker worker;

    /**
     * Creates the engine of a node.
     *
     * @param queues the queues that the node consumes
     * @param definitions the tasks that the node knows
     */
    public Engine(
            TaskSystemConfig config,
            Formats formats,
            Set<String> queues,
            List<TaskDefinition> definitions,
            NodeState state,
            Platform platform) {
        this.config = config;
        this.state = state;
        SendingPlatform base = platform.sending();
        NodeIdentity node = base.node();
        TaskClock clock = base.sources().clock();
        JsonTaskSerializer json = new JsonTaskSerializer();
        ResultCodec resultCodec = new ResultCodec(json, config.results());

        registry = new TaskRegistry(definitions);
        SendsAgain again = new SendsAgain(this::publisher, this::startAgain);
        observing = Observing.of(config, platform, registry, state, json, again, this::operating);
        events = observing.events();
        waiters = new ResultWaiters(base.results(), base.later());
        TaskRecords records = new TaskRecords(
                base.results(),
                resultCodec,
                platform.messaging().news(),
                base.transactions(),
                config.results(),
                clock,
                node.name());
        limits = new RateLimits(
                registry,
                platform.stores().pace(),
                clock,
                node,
                base.sources().tokens().seals());
        orders = new StandingOrders(base.orders(), clock);
        listening = new Listening(
                platform.messaging().listeners(),
                state.deliveryGate(),
                state.running(),
                platform.threads().later());
        control = Operating.of(config, platform, state, queues, json, observing, registry, limits, orders, listening);

        RecordingTransport recording = new RecordingTransport(base.transport(), records, base.transactions());
        Sending sending = new Sending(
                config,
                formats,
                registry,
                events,
                recording,
                recording::expired,
                state.sentBack()::note,
                state.requests()::lineage,
                base);
        codec = sending.codec();
        publisher = sending.publisher();
        startAgain = sending.startAgain();
        results = new Results(
                base.results(),
                resultCodec,
                waiters,
                registry,
                control.revoking(),
                base.transactions(),
                state.requests()::isRunning,
                clock);
        tasks = sending.client(results);

        slots = platform.threads().slots();
        deadNodes = DeadNodes.of(config, platform, state, listening);
        abandoned = new AbandonedBodies(config.worker(), state.deliveryGate(), listening::adjustSoon);
        worker = new Worker(new WorkerParts(
                new WorkerParts.Messages(registry, codec, sending.publisher(), sending.advance()),
                new WorkerParts.Outcomes(records, resultCodec, events),
                new WorkerParts.Admission(
                        limits,
                        orders,
                        state.intake(),
                        new OtherNodes(config.worker().unknownTaskWait(), control::hearsOthers, control::othersHave)),
                bodies(platform),
                new WorkerParts.Failures(base.sources().chance(), platform.connectionFailure()),
                new CrashProtection(
                        base.transactions(),
                        deadNodes.claims(),
                        deadNodes.suspects(),
                        platform.stores().trace(),
                        slots),
                clock,
                node.name()));
    }

    private WorkerParts.Bodies bodies(Platform platform) {
        Platform.Threads threads = platform.threads();
        return new WorkerParts.Bodies(
                state.running(),
                state.requests(),
                new TimeKeeping(state.timeLimits(), threads.alarms(), threads.bodies(), threads.shields(), abandoned),
                platform.observers().hooks(),
                platform.sending().tracing());
    }

    private Publisher publisher() {
        return publisher;
    }

    private StartAgain startAgain() {
        return startAgain;
    }

    /** Returns the recurring work of this node. */
    public List<Chore> chores() {
        return NodeChores.of(
                config, registry, control, orders, observing.feed(), results, deadNodes, worker, observing.history());
    }

    /** Takes the node's name, and notifies other nodes that this node is starting. */
    public void begin() {
        deadNodes.name().look();
        control.begin();
    }

    /** Waits for running tasks with acks EARLY, for {@code abakus.tasks.acks.early-drain} at most. */
    public void drain() throws InterruptedException {
        if (!slots.drain(config.acks().earlyDrain())) {
            log.error("early_tasks_interrupted_by_shutdown", "running", slots.taken());
        }
    }

    /** Writes the rest of the history, notifies other nodes that this node is stopping, and releases its name. */
    public void end() {
        observing.history().finish();
        control.end();
        deadNodes.name().leave();
    }

    /** Publishes an event that occurred outside the engine. */
    public void publish(TaskEvent event) {
        events.publish(() -> event);
    }

    /** The API for senders. */
    public Tasks tasks() {
        return tasks;
    }

    /** The task that the calling thread is running. */
    public TaskRequest request() {
        return new CurrentRequest(state.requests());
    }

    /** The API for operators. */
    public TaskControl operating() {
        return control.control();
    }

    /** The outcomes of tasks, for operators. */
    public TaskResults reports() {
        return results.reports();
    }

    /** The history of ended tasks, for operators. */
    public TaskHistory history() {
        return observing.history().api();
    }

    /** The figures of this node. */
    public TaskMetrics metrics() {
        return observing.metrics();
    }

    /** The known tasks, for operators. */
    public TaskCatalogue catalogue() {
        return registry.catalogue();
    }

    /** Results by task id. */
    public Results results() {
        return results;
    }

    /** The worker, which runs the tasks that a transport delivers. */
    public DeliveryHandler worker() {
        return worker;
    }

    /** Records outcomes of tasks whose node has died. */
    public void lookAfterClaims() {
        worker.lookAfterClaims();
    }

    /** The listener that is notified of ended tasks and wakes the callers that wait for them. */
    public NewsListener news() {
        return waiters;
    }

    /** The part that communicates with other nodes. */
    public ControlCenter control() {
        return control;
    }

    /** The tasks that this node knows. */
    public TaskRegistry registry() {
        return registry;
    }

    /** The codec, which writes and reads message bodies. */
    public MessageCodec codec() {
        return codec;
    }

    /** The current revocations and pauses. */
    public StandingOrders orders() {
        return orders;
    }

    /** The rate limits of tasks. */
    public RateLimits limits() {
        return limits;
    }

    /** The part that starts and stops this node's listeners. */
    public Listening listening() {
        return listening;
    }

    /** The task methods that are still running beyond their time limit. */
    public AbandonedBodies abandoned() {
        return abandoned;
    }

    /** Protects the name of this node from use by another live node. */
    public NodeName name() {
        return deadNodes.name();
    }

    /** The monitoring events of this node. */
    public MonitoringFeed feed() {
        return observing.feed();
    }

    /** The node's in-memory state. */
    public NodeState state() {
        return state;
    }
}
