package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.order.RevokedBy;
import no.abakus.tasks.order.StandingOrders;

/**
 * Decides the outcome of a task that was revoked while it ran. The task gets no retry. If the task threw after a
 * request to terminate it, the task counts as revoked, not failed. If the task returned a result nevertheless, that
 * result counts.
 */
final class CheckRevocation implements FailureRule {

    private final StandingOrders orders;

    CheckRevocation(StandingOrders orders) {
        this.orders = orders;
    }

    @Override
    public Outcome judge(Execution execution, Outcome outcome) {
        boolean retried = outcome instanceof Outcome.Retried;
        if (!retried && !(outcome instanceof Outcome.Failed)) {
            return outcome;
        }
        Optional<RevokedBy> revoked =
                orders.revocation(execution.message(), execution.delivery().sent());
        return revoked.filter(by -> retried || by.terminate())
                .<Outcome>map(by -> new Outcome.Revoked(by.terminate(), by.what()))
                .orElse(outcome);
    }
}
