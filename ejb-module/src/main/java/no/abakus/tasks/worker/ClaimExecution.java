package no.abakus.tasks.worker;

import no.abakus.tasks.Acks;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Records that the task starts. Ends the execution if the task has already ended or was revoked, or if its id belongs
 * to another task.
 */
final class ClaimExecution implements Step {

    private final TaskRecords records;
    private final TaskEvents events;

    ClaimExecution(TaskRecords records, TaskEvents events) {
        this.records = records;
        this.events = events;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return !line.isPlain() || !line.task().attributes().results().ignore() || line.acks() == Acks.TRANSACTED;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        return switch (records.begin(execution.message(), execution.tracking(), execution.begun())) {
            case FIRST -> rest.apply(execution);
            case OVER -> {
                events.publish(() -> new TaskEvent.Repeated(execution.delivery()));
                yield new Outcome.Repeated();
            }
            case FOREIGN -> ForeignId.rejected(execution.message());
        };
    }
}
