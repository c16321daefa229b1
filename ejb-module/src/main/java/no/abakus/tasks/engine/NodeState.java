package no.abakus.tasks.engine;

import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.control.TaskCounters;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.RunningTasks;

/**
 * What a node holds in memory, from before its engine is put together: beans ask for the running task, and listeners for whether they
 * may take work.
 *
 * @param requests the tasks that run on each thread
 * @param running the tasks that run now
 * @param intake whether new tasks are taken
 * @param deliveryGate where deliveries wait while they are not
 * @param tally what was counted
 * @param timeLimits how long tasks may take
 */
public record NodeState(
        RequestStack requests,
        RunningTasks running,
        Intake intake,
        DeliveryGate deliveryGate,
        TaskCounters tally,
        TimeLimits timeLimits) {

    /** That of a node that has just started. */
    public static NodeState fresh(TaskClock clock) {
        return new NodeState(
                new RequestStack(),
                new RunningTasks(),
                new Intake(),
                new DeliveryGate(clock),
                new TaskCounters(),
                new TimeLimits());
    }
}
