package no.abakus.tasks.port;

import no.abakus.tasks.TaskState;

/**
 * The start or end of an execution, to be stored.
 *
 * @param record the new record: STARTED, a final state, or {@link TaskState#RETRY}
 * @param execution the number of retries before this execution
 */
public record StateChange(TaskRecord record, int execution) {

    /** The start of the execution that this record describes. */
    public static StateChange start(TaskRecord record) {
        return new StateChange(record, record.retries());
    }

    /** Whether this is a start, not an end. */
    public boolean isStart() {
        return record.state() == TaskState.STARTED;
    }
}
