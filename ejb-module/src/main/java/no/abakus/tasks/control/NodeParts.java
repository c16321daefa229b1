package no.abakus.tasks.control;

import java.util.Set;
import no.abakus.tasks.event.EventSwitch;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RunningTasks;

/**
 * The parts of a node that an operator's tools see and control.
 *
 * @param registry the tasks that it knows
 * @param queues the queues that it consumes
 * @param running the tasks that it runs
 * @param limits its rate limits
 * @param times its time limits
 * @param orders the revocations and pauses that it knows
 * @param intake whether it takes new tasks
 * @param deliveryGate where deliveries wait while it does not
 * @param tally what it has counted
 * @param events whether it publishes monitoring events
 */
public record NodeParts(
        TaskRegistry registry,
        Set<String> queues,
        RunningTasks running,
        RateLimits limits,
        TimeLimits times,
        StandingOrders orders,
        Intake intake,
        DeliveryGate deliveryGate,
        TaskCounters tally,
        EventSwitch events) {}
