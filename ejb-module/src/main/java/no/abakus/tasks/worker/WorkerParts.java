package no.abakus.tasks.worker;

import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;

/**
 * The parts that a worker gets from its environment. A container and a test provide different ones.
 *
 * @param chance adds jitter to the delay of retries
 * @param limits how often tasks may start
 * @param running the tasks that run now
 * @param time the time limits of tasks
 * @param hooks the observers of tasks
 * @param orders the revoked or paused tasks
 * @param intake whether this node accepts tasks
 * @param others the nodes that may run tasks that this node cannot run
 * @param connectionFailure recognizes that a task had no connection
 * @param crash protects tasks against a server crash
 */
public record WorkerParts(
        Randomness chance,
        RateLimits limits,
        RunningTasks running,
        TimeKeeping time,
        Hooks hooks,
        StandingOrders orders,
        Intake intake,
        OtherNodes others,
        ConnectionFailure connectionFailure,
        CrashProtection crash) {}
