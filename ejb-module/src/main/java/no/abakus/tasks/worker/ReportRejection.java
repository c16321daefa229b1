package no.abakus.tasks.worker;

import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;

/** Tells of a message that a later step did not understand. */
final class ReportRejection implements Step {

    private final TaskEvents events;

    ReportRejection(TaskEvents events) {
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (outcome instanceof Outcome.Rejected rejected) {
            Rejection rejection = rejected.rejection();
            if (rejection.reason() == Rejection.Reason.UNKNOWN_TASK) {
                events.publish(() -> new TaskEvent.NotFound(execution.delivery(), rejection));
            }
            events.publish(() -> new TaskEvent.Rejected(execution.delivery(), rejection));
        }
        return outcome;
    }
}
