package no.abakus.tasks.deployment;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.control.NodeNeeds;
import no.abakus.tasks.control.WorkersProbe;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.health.HealthChecks;
import no.abakus.tasks.operate.TaskHealth;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ListenerProbe;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.worker.DeliveryGate;

/**
 * The health of this node.
 *
 * @param checks checks whether the node has started and is ready
 * @param nodeNeeds stops the listeners while the node lacks something that its tasks need
 */
record NodeHealth(TaskHealth checks, NodeNeeds nodeNeeds) {

    /** The number of heartbeats after which a node that has heard no other one is alone. */
    private static final int HEARTBEATS = 3;

    /**
     * The probes of what a node needs in order to work.
     *
     * @param database whether the database responds
     * @param broker whether the broker responds
     * @param consumers whether listeners of this node receive messages
     * @param declared the requirements that the application itself declares
     */
    record Probes(HealthProbe database, HealthProbe broker, ListenerProbe consumers, List<HealthProbe> declared) {}

    /**
     * The parts that show whether the node consumes its default queue.
     *
     * @param queue the default queue
     * @param broker counts the consumers of the queue
     * @param listeners the listeners of this node
     */
    record Consumption(String queue, BrokerAdmin broker, ListenerSwitch listeners) {}

    /**
     * The start of the node.
     *
     * @param modules whether all modules with tasks have started
     * @param patience how long the modules may take to start
     * @param heartbeat how often other nodes say that they are alive
     */
    record Start(HealthProbe modules, Duration patience, Duration heartbeat) {

        /** How long it may take until this node hears the others. */
        Duration untilOthersAreHeard() {
            return heartbeat.multipliedBy(HEARTBEATS);
        }
    }

    /**
     * Creates the health checks of this node.
     *
     * @param executor runs the probes of what the node needs
     * @param checking makes an executor for each health check
     */
    static NodeHealth of(
            Engine engine,
            Probes probes,
            Consumption consumption,
            Start start,
            ManagedScheduledExecutorService executor,
            Supplier<Executor> checking,
            TaskClock clock) {
        List<HealthProbe> own = Stream.concat(Stream.of(engine.registry().probe()), probes.declared().stream())
                .toList();
        List<HealthProbe> needs = needs(
                probes.database(),
                new LateModules(start.modules(), start.patience(), clock),
                new UnlessAlone(
                        engine.state().skew(), engine.control()::hearsOthers, start.untilOthersAreHeard(), clock),
                own);
        DeliveryGate deliveryGate = engine.state().deliveryGate();
        List<HealthProbe> ready = new ArrayList<>();
        ready.add(probes.broker());
        ready.add(new WorkersProbe(
                consumption.queue(),
                consumption.listeners(),
                consumption.broker(),
                () -> shouldConsume(engine, consumption.queue()),
                () -> mayBeOthers(engine, consumption.queue()),
                probes.consumers()));
        ready.add(start.modules());
        ready.add(engine.name());
        ready.add(engine.state().skew());
        ready.add(engine.abandoned());
        ready.addAll(own);
        ready.add(probes.database());
        return new NodeHealth(
                new HealthChecks(ready, start.modules(), checking, clock),
                new NodeNeeds(needs, executor, clock, deliveryGate, engine.listening()));
    }

    /**
     * Returns what a node needs to accept tasks. With a wrong clock, it would let tasks of other nodes expire. A node
     * that is alone accepts tasks even then, because perhaps the database's clock is the wrong one.
     */
    static List<HealthProbe> needs(
            HealthProbe database, HealthProbe modules, HealthProbe clock, List<HealthProbe> own) {
        return Stream.concat(Stream.of(database, modules, clock), own.stream()).toList();
    }

    /**
     * Whether this node should consume the queue. Also true while the node is unable to work, so that the check reports
     * the node's stopped listeners as a failure.
     */
    private static boolean shouldConsume(Engine engine, String queue) {
        DeliveryGate deliveryGate = engine.state().deliveryGate();
        boolean isAsked = deliveryGate.isOpen(queue) || deliveryGate.reasons().contains(DeliveryGate.Reason.UNABLE);
        return isAsked && engine.orders().pause(queue, "").isEmpty();
    }

    /**
     * Whether all consumers of the queue may belong to other nodes. If a task of the queue runs here, this node has
     * consumed it, and all its listeners may be busy.
     */
    private static boolean mayBeOthers(Engine engine, String queue) {
        return engine.control().hearsOthers() && engine.state().running().count(queue) == 0;
    }
}
