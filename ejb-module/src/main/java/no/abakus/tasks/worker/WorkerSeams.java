package no.abakus.tasks.worker;

import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;

/**
 * What a worker needs of its surroundings besides the task system itself; a container and a test give different ones.
 *
 * @param chance spreads the waiting of retries
 * @param limits how often tasks may begin
 * @param running which tasks run now
 * @param time how long they may take
 * @param hooks who observes them
 * @param orders which tasks are not to run, and which are paused
 * @param intake whether tasks are taken at all
 * @param others which nodes may run what this one cannot
 * @param connectionFailure tells that a body had no connection to what it needs
 * @param crash what makes tasks survive their server, or not
 */
public record WorkerSeams(
        Randomness chance,
        RateLimits limits,
        RunningTasks running,
        TimeKeeping time,
        Hooks hooks,
        StandingOrders orders,
        Intake intake,
        OtherNodes others,
        ConnectionFailure connectionFailure,
        CrashSeams crash) {}
