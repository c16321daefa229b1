package no.abakus.tasks.worker;

import java.util.Optional;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.order.RevokedBy;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.spi.TaskEvent;

/** Ends a task that was revoked before it begins; asks the memory of this node alone. */
final class EndRevoked implements Step {

    private final StandingOrders orders;
    private final TaskEvents events;

    EndRevoked(StandingOrders orders, TaskEvents events) {
        this.orders = orders;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        orders.readFirst();
        Optional<RevokedBy> revoked =
                orders.revocation(execution.message(), execution.delivery().sent());
        if (revoked.isEmpty()) {
            return rest.apply(execution);
        }
        events.publish(() ->
                new TaskEvent.Revoked(execution.delivery(), false, revoked.get().what()));
        return new Outcome.Revoked(false, revoked.get().what());
    }
}
