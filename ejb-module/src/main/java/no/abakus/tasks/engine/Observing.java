package no.abakus.tasks.engine;

import java.util.function.Supplier;
import java.util.stream.Stream;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.history.History;
import no.abakus.tasks.history.Resending;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.metrics.NodeMetrics;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.registry.TaskRegistry;

/**
 * The parts of a node that observe its tasks.
 *
 * @param events passes events to all observers of this node, and to the application's listeners
 * @param feed publishes monitoring events
 * @param history records how executions ended
 * @param metrics counts events and measures the node
 */
record Observing(TaskEvents events, MonitoringFeed feed, History history, NodeMetrics metrics) {

    /**
     * Creates the observers of a node.
     *
     * @param again sends tasks of the history again
     * @param control provides the states of the queues; created later
     */
    static Observing of(
            TaskSystemConfig config,
            Platform platform,
            TaskRegistry registry,
            NodeState state,
            JsonTaskSerializer json,
            Resending again,
            Supplier<TaskControl> control) {
        SendingPlatform base = platform.sending();
        MonitoringFeed feed = new MonitoringFeed(
                platform.messaging().monitoring(),
                base.redaction(),
                base.sources().clock(),
                base.node().name(),
                config.control().events());
        History history = new History(
                config.history(),
                base.node(),
                base.sources(),
                base.redaction(),
                json,
                platform.stores().history(),
                base.transactions(),
                new KeepsFailed(registry),
                again);
        NodeMetrics metrics = new NodeMetrics(
                name -> registry.find(name).isPresent(), new CurrentState(state.running(), control, feed::dropped));
        TaskEvents events = new TaskEvents(Stream.concat(
                        // The metrics come first, so that an event is counted before its log line is visible.
                        Stream.of(
                                metrics,
                                history.lines(),
                                TaskEvents.logLines(),
                                state.tally(),
                                state.sentBack(),
                                feed,
                                history.listener()),
                        platform.observers().events().stream())
                .toList());
        return new Observing(events, feed, history, metrics);
    }
}
