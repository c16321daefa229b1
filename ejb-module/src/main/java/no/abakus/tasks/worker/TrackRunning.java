package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.Acks;
import no.abakus.tasks.limit.TimeLimits;
import no.abakus.tasks.order.RevokedBy;
import no.abakus.tasks.order.StandingOrders;

/**
 * Registers the task as running, so it can be listed and asked to end. Then ends a task that was revoked in the
 * meantime, because that revocation did not find the task running.
 */
final class TrackRunning implements Step {

    private final RunningTasks running;
    private final TimeLimits limits;
    private final StandingOrders orders;

    TrackRunning(RunningTasks running, TimeLimits limits, StandingOrders orders) {
        this.running = running;
        this.limits = limits;
        this.orders = orders;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        RunningTask task = new RunningTask(
                execution.delivery(),
                execution.begun(),
                limits.of(execution.definition(), execution.message()),
                execution.acks().acks() == Acks.EARLY);
        running.enter(task);
        try {
            Optional<RevokedBy> revoked =
                    orders.revocation(execution.message(), execution.delivery().sent());
            return revoked.isPresent()
                    ? new Outcome.Revoked(false, revoked.get().what())
                    : rest.apply(execution.withRunning(task));
        } finally {
            running.leave(task);
        }
    }
}
