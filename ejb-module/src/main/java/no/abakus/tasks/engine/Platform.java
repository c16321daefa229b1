package no.abakus.tasks.engine;

import java.util.List;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.port.ControlChannel;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.MonitoringChannel;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.SharedPace;
import no.abakus.tasks.port.SuspicionStore;
import no.abakus.tasks.result.Later;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.worker.Alarms;
import no.abakus.tasks.worker.BodyThreads;
import no.abakus.tasks.worker.ConnectionFailure;
import no.abakus.tasks.worker.EarlySlots;
import no.abakus.tasks.worker.Hooks;

/**
 * The environment that a container or a test provides for a node. Each kind of server or test has its own platform; the
 * engine is always the same.
 *
 * @param sending the environment for sending
 * @param threads the threads that run work
 * @param stores persistent state other than results, revocations and pauses
 * @param messaging communication between nodes, and access to the broker
 * @param observers the observers of tasks and nodes
 * @param connectionFailure detects that a task method failed because it could not connect to a database or broker
 * @param stopServer stops the server on an operator's command
 */
public record Platform(
        SendingPlatform sending,
        Threads threads,
        Stores stores,
        Messaging messaging,
        Observers observers,
        ConnectionFailure connectionFailure,
        Runnable stopServer) {

    /**
     * The threads that run work.
     *
     * @param later runs work after a delay
     * @param alarms signal that a soft time limit has been reached
     * @param bodies run task methods that may have to be abandoned
     * @param shields run task methods that are never abandoned and must not be disturbed when a listener stops
     * @param slots run tasks with acks EARLY
     */
    public record Threads(Later later, Alarms alarms, BodyThreads bodies, BodyThreads shields, EarlySlots slots) {}

    /**
     * Persistent state other than results, revocations and pauses.
     *
     * @param claims ensure that tasks that must not run twice start only once
     * @param suspicions the crash records of tasks
     * @param trace records the running tasks of this node
     * @param pace grants turns under rate limits that all nodes share
     * @param history stores how tasks ended
     */
    public record Stores(
            ClaimStore claims, SuspicionStore suspicions, Trace trace, SharedPace pace, HistoryStores history) {}

    /**
     * Communication between nodes, and access to the broker.
     *
     * @param control carries messages between nodes
     * @param news notifies callers that wait for a task to end
     * @param monitoring publishes monitoring events
     * @param broker inspects and changes queues
     * @param listeners starts and stops this node's listeners
     */
    public record Messaging(
            ControlChannel control,
            NewsChannel news,
            MonitoringChannel monitoring,
            BrokerAdmin broker,
            ListenerSwitch listeners) {}

    /**
     * The observers of tasks and nodes.
     *
     * @param events receive all events, in this order, after the log
     * @param hooks called before and after task methods
     * @param nodes notified when nodes start and stop
     */
    public record Observers(List<EventListener> events, Hooks hooks, List<NodeListener> nodes) {}
}
