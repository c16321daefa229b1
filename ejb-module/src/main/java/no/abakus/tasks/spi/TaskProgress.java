package no.abakus.tasks.spi;

import no.abakus.tasks.TaskState;

/**
 * How far a task has come.
 *
 * @param state what has become of it; UNKNOWN where nothing is kept of it
 * @param retries how often it has asked to be run again, a request that is being granted included
 */
public record TaskProgress(TaskState state, int retries) {

    /** Of a task of which nothing is kept. */
    public static final TaskProgress UNKNOWN = new TaskProgress(TaskState.UNKNOWN, 0);

    /** What a record says of it. */
    public static TaskProgress of(TaskRecord record) {
        return new TaskProgress(record.state(), record.retries());
    }

    /**
     * Whether an execution is over: the task has ended, or was asked to be run again. One whose dead letter an operator may
     * send again has not ended for good.
     *
     * @param execution the number of retries that the execution began with
     */
    public boolean isBeyond(int execution) {
        return (state.isFinal() && state != TaskState.REJECTED) || retries > execution;
    }
}
