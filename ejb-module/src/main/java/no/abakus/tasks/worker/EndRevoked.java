package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.order.RevokedBy;
import no.abakus.tasks.order.StandingOrders;

/** Ends a task that was revoked before it started. Consults only the revocations in this node's memory. */
final class EndRevoked implements Step {

    private final StandingOrders orders;

    EndRevoked(StandingOrders orders) {
        this.orders = orders;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        orders.readFirst();
        Optional<RevokedBy> revoked =
                orders.revocation(execution.message(), execution.delivery().sent());
        return revoked.isEmpty()
                ? rest.apply(execution)
                : new Outcome.Revoked(false, revoked.get().what());
    }
}
