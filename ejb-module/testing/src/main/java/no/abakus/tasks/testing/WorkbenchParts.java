package no.abakus.tasks.testing;

import java.util.List;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.NodeState;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskMetrics;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.MonitoringEvent;
import no.abakus.tasks.worker.AbandonedBodies;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RunningTasks;

/** The parts of the engine behind a workbench, for tests of the engine itself. Tests of tasks do not need them. */
abstract sealed class WorkbenchParts permits Workbench {

    final SharedMemory memory;
    final NodeState state;
    final Surroundings surroundings;
    final RecordingEvents events = new RecordingEvents();

    WorkbenchParts(String node, SharedMemory memory) {
        this.memory = memory;
        this.state = NodeState.fresh(memory.clock());
        this.surroundings = new Surroundings(node, memory, events);
    }

    /** The engine, which is created at its first use. */
    abstract Engine engine();

    /** The history of ended tasks. {@code Engine.chores} writes to it. */
    public InMemoryHistory historyStore() {
        return memory.history();
    }

    /** The tasks that have started and must never start twice. */
    public InMemoryClaims claims() {
        return memory.claims();
    }

    /** The tasks that were running when a node died. */
    public InMemorySuspicions suspicions() {
        return memory.suspicions();
    }

    /** Does what a node does every few seconds: notes that it is alive, and takes care of the tasks of dead nodes. */
    public void lookAfterClaims() {
        engine().lookAfterClaims();
    }

    /** Transactions over the broker and the stores of results, orders and claims. */
    public InMemoryTransactions transactions() {
        return memory.transactions();
    }

    /** The time limits, which a test can change while tasks run. */
    public TimeLimits timeLimits() {
        return state.timeLimits();
    }

    /** The task methods that are still running beyond their time limit. */
    public AbandonedBodies abandoned() {
        return engine().abandoned();
    }

    /**
     * The gate that decides whether the node takes work. {@link Workbench#runDue} makes deliveries even if it is
     * closed.
     */
    public DeliveryGate deliveryGate() {
        return state.deliveryGate();
    }

    /** The running tasks, which a test can interrupt. */
    public RunningTasks running() {
        return state.running();
    }

    /** The rate limits, which a test can change while tasks run. */
    public RateLimits limits() {
        return engine().limits();
    }

    /** The operator's view of the node, and the operator's commands. */
    public TaskControl control() {
        return engine().operating();
    }

    /** The metrics of the node, as monitoring systems see them. */
    public TaskMetrics metrics() {
        return engine().metrics();
    }

    /** The registered tasks, as operators see them. */
    public TaskCatalogue catalogue() {
        return engine().catalogue();
    }

    /** The stored orders of operators. */
    public InMemoryOrders orders() {
        return memory.orders();
    }

    /** The operator's view of the broker. */
    public InMemoryBroker broker() {
        return memory.broker();
    }

    /** The channel between nodes. */
    public InMemoryTopic topic() {
        return memory.topic();
    }

    /** Lets the node read the orders of operators again, as it does every few seconds. */
    public void refreshOrders() {
        engine().orders().refresh();
    }

    /** The monitoring events published so far; none unless they are switched on. */
    public List<MonitoringEvent> watched() {
        engine().feed().flush();
        return surroundings.watched();
    }

    /** Whether the node has asked the server to stop. */
    public boolean isStopped() {
        return surroundings.isStopped();
    }

    /** The worker, for deliveries made by hand. */
    public DeliveryHandler worker() {
        return engine().worker();
    }

    /** Deletes expired results and orders. Returns their number. */
    public int cleanUp() {
        return engine().results().cleanUp() + engine().orders().removeExpired();
    }

    /** The broker: sent messages, waiting messages, and dead letters. */
    public InMemoryTransport transport() {
        return memory.transport();
    }

    /** The stored results. */
    public InMemoryResults results() {
        return memory.results();
    }
}
