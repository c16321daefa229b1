package no.abakus.tasks.port;

import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The progress of a task.
 *
 * @param state its state; UNKNOWN if there is no record
 * @param retries how many times it has been retried, including a pending retry
 * @param task its name; empty if there is no record
 * @param token the token of its message, if the message had one
 */
public record TaskProgress(TaskState state, int retries, String task, Optional<String> token) {

    /** The progress of a task without a record. */
    public static final TaskProgress UNKNOWN = new TaskProgress(TaskState.UNKNOWN, 0, "", Optional.empty());

    /** The progress that a record shows. */
    public static TaskProgress of(TaskRecord record) {
        return new TaskProgress(record.state(), record.retries(), record.task(), record.token());
    }

    /**
     * Whether this progress does not belong to the message, but to another task or to another send of the same task.
     */
    public boolean isForeignTo(TaskMessage message) {
        return state != TaskState.UNKNOWN && !(task.equals(message.task()) && token.equals(message.token()));
    }

    private boolean isOver() {
        return state.isFinal() && state != TaskState.REJECTED;
    }

    /**
     * Whether an execution is over: the task has ended or moved on to a retry. A rejected task does not count as ended,
     * because an operator may resend its dead letter.
     *
     * @param execution the number of retries before the execution
     */
    public boolean isBeyond(int execution) {
        return isOver() || retries > execution;
    }
}
