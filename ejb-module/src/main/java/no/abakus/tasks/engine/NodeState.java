package no.abakus.tasks.engine;

import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.control.ClockSkew;
import no.abakus.tasks.control.TaskCounters;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.worker.DeliveryGate;
import no.abakus.tasks.worker.RequestStack;
import no.abakus.tasks.worker.RunningTasks;
import no.abakus.tasks.worker.SentBack;

/**
 * The in-memory state of a node. It exists before the engine, because beans need the running task, and listeners need
 * the delivery gate.
 *
 * @param requests the running tasks by thread
 * @param running all running tasks
 * @param sentBack the tasks that the node has sent back to the broker with a delay
 * @param intake whether the node accepts new tasks
 * @param deliveryGate holds deliveries while the node accepts no tasks
 * @param tally counts executions and their outcomes
 * @param timeLimits the time limits of tasks
 * @param skew how far this node's clock is ahead of the database's
 */
public record NodeState(
        RequestStack requests,
        RunningTasks running,
        SentBack sentBack,
        Intake intake,
        DeliveryGate deliveryGate,
        TaskCounters tally,
        TimeLimits timeLimits,
        ClockSkew skew) {

    /** Returns the state of a newly started node. */
    public static NodeState fresh(TaskClock clock) {
        return new NodeState(
                new RequestStack(),
                new RunningTasks(),
                new SentBack(clock),
                new Intake(),
                new DeliveryGate(clock),
                new TaskCounters(),
                new TimeLimits(),
                new ClockSkew(clock));
    }
}
