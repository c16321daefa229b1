package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * How far a task has come.
 *
 * @param state what has become of it; UNKNOWN where nothing is kept of it
 * @param retries how often it has asked to be run again, a request that is being granted included
 * @param task its name; empty text where nothing is kept of it
 * @param token the token of its message, if that had one
 */
public record TaskProgress(TaskState state, int retries, String task, Optional<String> token) {

    /** Of a task of which nothing is kept. */
    public static final TaskProgress UNKNOWN = new TaskProgress(TaskState.UNKNOWN, 0, "", Optional.empty());

    /** What a record says of it. */
    public static TaskProgress of(TaskRecord record) {
        return new TaskProgress(record.state(), record.retries(), record.task(), record.token());
    }

    /**
     * Whether it is of another task, or of another send of one, than this message. A final state that was kept of a message
     * without a token says nothing of one that has a token.
     */
    public boolean isForeignTo(TaskMessage message) {
        return state != TaskState.UNKNOWN
                && (!message.owns(task, token)
                        || (isOver() && token.isEmpty() && message.token().isPresent()));
    }

    private boolean isOver() {
        return state.isFinal() && state != TaskState.REJECTED;
    }

    /**
     * Whether an execution is over: the task has ended, or was asked to be run again. One whose dead letter an operator may
     * send again has not ended for good.
     *
     * @param execution the number of retries that the execution began with
     */
    public boolean isBeyond(int execution) {
        return isOver() || retries > execution;
    }
}
