package no.abakus.tasks.worker;

import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.spi.TaskEvent;

/** Keeps that the task begins, and ends the line if it has ended already or was revoked. */
final class ClaimExecution implements Step {

    private final TaskRecords records;
    private final TaskEvents events;

    ClaimExecution(TaskRecords records, TaskEvents events) {
        this.records = records;
        this.events = events;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        if (records.begin(execution.message(), execution.tracking(), execution.begun())) {
            return rest.apply(execution);
        }
        events.publish(() -> new TaskEvent.Repeated(execution.delivery()));
        return new Outcome.Repeated();
    }
}
