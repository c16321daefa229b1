package no.abakus.tasks.engine;

import java.util.List;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.port.ControlChannel;
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
 * What a node needs of its surroundings: a container, or a test. Another server or another kind of test is another platform, and the
 * engine stays as it is.
 *
 * @param sending what sending needs
 * @param threads where work runs
 * @param stores what outlives a node, besides results and orders
 * @param messaging how nodes talk, and what they can do at the broker
 * @param observers who is told of what happens
 * @param connectionFailure tells that a body had no connection to what it needs
 * @param stopServer stops the server, by an operator's order
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
     * Where work runs.
     *
     * @param later runs something after a while
     * @param alarms tell that a soft time limit is reached
     * @param bodies run bodies that may have to be given up
     * @param shields run bodies that are never given up, and that no listener's end may disturb
     * @param slots run tasks whose message is acknowledged before
     */
    public record Threads(Later later, Alarms alarms, BodyThreads bodies, BodyThreads shields, EarlySlots slots) {}

    /**
     * What outlives a node, besides results and orders.
     *
     * @param claims let tasks begin once that must not begin twice
     * @param suspicions tell which tasks were running when a node died
     * @param trace notes what runs now
     * @param pace gives the turns of rate limits that all nodes share
     */
    public record Stores(ClaimStore claims, SuspicionStore suspicions, Trace trace, SharedPace pace) {}

    /**
     * How nodes talk, and what they can do at the broker.
     *
     * @param control carries what nodes say to each other
     * @param news tells whoever waits for the end of a task
     * @param monitoring carries events to watchers
     * @param broker shows and changes queues
     * @param listeners starts and stops this node's listeners
     */
    public record Messaging(
            ControlChannel control,
            NewsChannel news,
            MonitoringChannel monitoring,
            BrokerAdmin broker,
            ListenerSwitch listeners) {}

    /**
     * Who is told of what happens.
     *
     * @param events of all events, in this order, after the log
     * @param hooks before and after bodies
     * @param nodes of nodes that come and go
     */
    public record Observers(List<EventListener> events, Hooks hooks, List<NodeListener> nodes) {}
}
