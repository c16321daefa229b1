package no.abakus.tasks.worker;

import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;

/**
 * What a worker needs from its surroundings, besides the task system itself; a container and a test provide different
 * ones.
 *
 * @param chance adds jitter to the delay of retries
 * @param limits how often tasks may begin
 * @param running which tasks run now
 * @param time how long they may take
 * @param hooks who observes them
 * @param orders which tasks are revoked or paused
 * @param intake whether tasks are taken at all
 * @param others which nodes may run what this one cannot
 * @param connectionFailure recognizes that a body had no connection
 * @param crash what makes tasks survive their server, or not
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
