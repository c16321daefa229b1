package no.abakus.tasks.worker;

import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Returns;

/**
 * Sends a task back to the broker if it failed because this node had no connection to a resource that it needs. The
 * node failed, not the task, and another node may be connected. If the task is granted a retry, the retry takes
 * precedence.
 */
final class ReturnWithoutConnection implements FailureRule {

    private final ConnectionFailure connectionFailure;
    private final GivingBack givingBack;

    ReturnWithoutConnection(ConnectionFailure connectionFailure, TaskClock clock) {
        this.connectionFailure = connectionFailure;
        this.givingBack = new GivingBack(clock);
    }

    @Override
    public Outcome judge(Execution execution, Outcome outcome) {
        if (!(outcome instanceof Outcome.Failed failed)
                || !execution.acks().requeueOnConnectionFailure()
                // A task that was asked to end may have thrown for that reason.
                || execution.running().interruption().isPresent()
                || !connectionFailure.excuses(failed.thrown(), execution.acks().beginsOnce())) {
            return outcome;
        }
        Returns before = execution.message().extras().returns();
        return GivingBack.mayReturn(before)
                ? givingBack.because("no-connection", "no connection: " + TaskFailure.of(failed.thrown()), before)
                : outcome;
    }
}
