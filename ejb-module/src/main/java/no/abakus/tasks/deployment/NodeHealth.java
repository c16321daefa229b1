package no.abakus.tasks.deployment;

import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.control.NodeNeeds;
import no.abakus.tasks.control.WorkersProbe;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.module.ModulesProbe;
import no.abakus.tasks.module.TaskModules;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.registry.TasksProbe;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.transport.jms.BrokerProbe;
import no.abakus.tasks.transport.jms.ConsumerMonitor;
import no.abakus.tasks.worker.DeliveryGate;

/**
 * The health checks of this node.
 *
 * @param probes the probes for readiness
 * @param nodeNeeds stops the listeners while the node lacks something that its tasks need
 */
record NodeHealth(List<HealthProbe> probes, NodeNeeds nodeNeeds) {

    /**
     * The health checks of this node.
     *
     * @param declared the requirements that the application itself declares
     * @param broker probes the broker
     */
    static NodeHealth of(
            Engine engine,
            String defaultQueue,
            DatabaseProbe database,
            BrokerProbe broker,
            ConsumerMonitor pulse,
            BrokerAdmin queues,
            ListenerSwitch listeners,
            TaskModules modules,
            Duration patienceForModules,
            List<HealthProbe> declared,
            ManagedScheduledExecutorService executor,
            TaskClock clock) {
        HealthProbe started = new ModulesProbe(modules);
        List<HealthProbe> own = Stream.concat(Stream.of(new TasksProbe(engine.registry())), declared.stream())
                .toList();
        List<HealthProbe> needs = Stream.concat(
                        Stream.of(database, new LateModules(started, patienceForModules, clock)), own.stream())
                .toList();
        DeliveryGate deliveryGate = engine.state().deliveryGate();
        return new NodeHealth(
                Stream.concat(
                                Stream.of(
                                        broker,
                                        new WorkersProbe(
                                                defaultQueue,
                                                listeners,
                                                queues,
                                                () -> shouldConsume(engine, defaultQueue),
                                                pulse),
                                        started,
                                        engine.abandoned()),
                                own.stream())
                        .toList(),
                new NodeNeeds(needs, executor, clock, deliveryGate, engine.listening()));
    }

    /** A node that cannot work should still consume; its health check reports that it does not. */
    private static boolean shouldConsume(Engine engine, String queue) {
        DeliveryGate deliveryGate = engine.state().deliveryGate();
        boolean isAsked = deliveryGate.isOpen(queue) || deliveryGate.reasons().contains(DeliveryGate.Reason.UNABLE);
        return isAsked && engine.orders().pause(queue, "").isEmpty();
    }
}
