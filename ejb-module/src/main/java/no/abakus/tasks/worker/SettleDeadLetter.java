package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Records that a message was rejected, and sends its error links. Also records that a task has expired or was revoked.
 * Publishes the event afterwards, so a listener that receives the event finds the record.
 */
final class SettleDeadLetter implements Step {

    private final Settlements settlements;
    private final TaskEvents events;

    SettleDeadLetter(Settlements settlements, TaskEvents events) {
        this.settlements = settlements;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (ForeignId.is(outcome)) {
            return told(execution, outcome);
        }
        if (outcome.settler() != Outcome.Settler.DEAD_LETTER) {
            return outcome;
        }
        Outcome settled = settlements.settle(execution, outcome);
        if (!(outcome instanceof Outcome.Rejected) && settlements.isForeign(execution, settled)) {
            return told(execution, ForeignId.rejected(execution.message()));
        }
        if (outcome instanceof Outcome.Rejected rejected
                && rejected.rejection().reason() == Rejection.Reason.UNKNOWN_TASK) {
            events.publish(() -> new TaskEvent.NotFound(execution.delivery(), rejected.rejection()));
        }
        // Often the revocation has recorded the outcome already. The event is still published here, because a worker
        // ends the task now.
        told(execution, outcome);
        // A rejected message becomes a dead letter, even if its outcome was recorded before.
        return outcome instanceof Outcome.Rejected ? outcome : settled;
    }

    private Outcome told(Execution execution, Outcome outcome) {
        events.publish(() -> EndEvent.of(execution, outcome, Duration.ZERO));
        return outcome;
    }
}
