package no.abakus.tasks.control;

import java.util.Set;
import java.util.function.LongSupplier;
import no.abakus.tasks.event.EventSwitch;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.EarlySlots;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.SentBack;

/**
 * The parts of a node that the operator tools monitor and control.
 *
 * @param registry the registered tasks
 * @param queues the consumed queues
 * @param running the running tasks
 * @param sentBack the tasks that the node has sent back to the broker with a delay
 * @param slots the slots of tasks that are acknowledged before they run
 * @param limits the rate limits
 * @param times the time limits
 * @param orders the revocations and pauses in memory
 * @param intake whether the node accepts tasks
 * @param deliveryGate holds deliveries while the node accepts no tasks
 * @param tally the counters of the node
 * @param events switches monitoring events on and off
 * @param skew how far the node's clock is ahead of the database's
 * @param historyDropped counts the ended executions that the node's history has not kept
 */
public record NodeParts(
        TaskRegistry registry,
        Set<String> queues,
        RunningTasks running,
        SentBack sentBack,
        EarlySlots slots,
        RateLimits limits,
        TimeLimits times,
        StandingOrders orders,
        Intake intake,
        DeliveryGate deliveryGate,
        TaskCounters tally,
        EventSwitch events,
        ClockSkew skew,
        LongSupplier historyDropped) {}
