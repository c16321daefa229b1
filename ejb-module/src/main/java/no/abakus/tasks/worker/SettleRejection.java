package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Keeps that a later step did not understand the message, and sends what follows a failure; and that the task has expired or
 * was revoked. Then tells of it: whoever hears that finds it kept.
 */
final class SettleRejection implements Step {

    private final Settlements settlements;
    private final TaskEvents events;

    SettleRejection(Settlements settlements, TaskEvents events) {
        this.settlements = settlements;
        this.events = events;
    }

    /** Whether such an outcome is kept and told by this step, and by none before. */
    static boolean concerns(Outcome outcome) {
        return outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Expired
                || outcome instanceof Outcome.Revoked;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (ForeignId.is(outcome)) {
            return told(execution, outcome);
        }
        if (!concerns(outcome)) {
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
        // Often it was kept before, by whoever has revoked it; that a worker obeys is told here all the same.
        told(execution, outcome);
        // Whether or not it was kept before, a message that is rejected is to become a dead letter.
        return outcome instanceof Outcome.Rejected ? outcome : settled;
    }

    private Outcome told(Execution execution, Outcome outcome) {
        events.publish(() -> EndEvent.of(execution, outcome, Duration.ZERO));
        return outcome;
    }
}
