package no.abakus.tasks.spi;

import no.abakus.tasks.TaskState;

/**
 * That an execution has begun or ended, to be kept.
 *
 * @param record what is kept from now on: STARTED, a final state, or {@link TaskState#RETRY}
 * @param execution the number of retries that the execution began with
 */
public record StateChange(TaskRecord record, int execution) {

    /** That the execution which this record tells of has begun. */
    public static StateChange start(TaskRecord record) {
        return new StateChange(record, record.retries());
    }

    /** Whether it has begun, and not ended. */
    public boolean isStart() {
        return record.state() == TaskState.STARTED;
    }
}
