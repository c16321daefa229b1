package no.abakus.tasks.engine;

import java.util.Set;
import java.util.stream.Stream;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.control.ControlPorts;
import no.abakus.tasks.control.Listening;
import no.abakus.tasks.control.NodeParts;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.registry.TaskRegistry;

/** Connects the operator tools of a node with the node's parts. */
final class Operating {

    private Operating() {}

    /**
     * Creates the operator tools of a node.
     *
     * @param queues the queues that the node consumes
     * @param json encodes the messages between nodes
     */
    static ControlCenter of(
            TaskSystemConfig config,
            Platform platform,
            NodeState state,
            Set<String> queues,
            JsonTaskSerializer json,
            Observing observing,
            TaskRegistry registry,
            RateLimits limits,
            StandingOrders orders,
            Listening listening) {
        SendingPlatform base = platform.sending();
        return new ControlCenter(
                base.node(),
                base.sources(),
                config.control(),
                json,
                new ControlPorts(
                        platform.messaging().control(),
                        platform.messaging().news(),
                        base.results(),
                        base.orders(),
                        base.transactions(),
                        platform.messaging().broker(),
                        listening,
                        platform.threads().later(),
                        platform.stopServer()),
                new NodeParts(
                        registry,
                        queues,
                        state.running(),
                        state.sentBack(),
                        platform.threads().slots(),
                        limits,
                        state.timeLimits(),
                        orders,
                        state.intake(),
                        state.deliveryGate(),
                        state.tally(),
                        observing.feed(),
                        state.skew(),
                        observing.history().api()::dropped),
                Stream.concat(Stream.of(observing.feed()), platform.observers().nodes().stream())
                        .toList());
    }
}
