package no.abakus.tasks.port;

import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskMessage;

/**
 * How far a task has come.
 *
 * @param state its state; UNKNOWN if nothing is stored
 * @param retries how often it has asked to be run again, including a request that is being granted
 * @param task its name; empty if nothing is stored
 * @param token the token of its message, if that had one
 */
public record TaskProgress(TaskState state, int retries, String task, Optional<String> token) {

    /** For a task of which nothing is stored. */
    public static final TaskProgress UNKNOWN = new TaskProgress(TaskState.UNKNOWN, 0, "", Optional.empty());

    /** The progress that a record shows. */
    public static TaskProgress of(TaskRecord record) {
        return new TaskProgress(record.state(), record.retries(), record.task(), record.token());
    }

    /**
     * Whether this belongs to another task, or to another send of the same task, than the message. A final state stored
     * for a message without a token says nothing about a message with a token.
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
     * Whether an execution is over: the task has ended, or was asked to be run again. A rejected task has not ended for
     * good, because an operator may resend its dead letter.
     *
     * @param execution the number of retries that the execution began with
     */
    public boolean isBeyond(int execution) {
        return isOver() || retries > execution;
    }
}
