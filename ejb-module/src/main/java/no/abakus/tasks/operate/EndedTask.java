package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * An execution that has ended, as the history keeps it. Its strings are redacted like log lines.
 *
 * @param id its key in the history; later executions have greater keys
 * @param taskId the task's id, the same across all retries
 * @param retries how many times the task had been retried before this execution
 * @param task the task's name
 * @param queue the queue it came from, if known
 * @param node the node that reported how the execution ended
 * @param state how it ended
 * @param sentAt when the task was sent, if known
 * @param startedAt when the execution started; empty if the task method did not run
 * @param endedAt when it ended
 * @param waited how long the task waited after it was due
 * @param took how long the task method ran
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent this task
 * @param requestId the request that sent the task
 * @param user the user who sent the task
 * @param context the sender's log context as text
 * @param arguments its arguments on one line
 * @param errorType the simple class name of the exception, or the code of the rejection
 * @param errorMessage the message of the exception, or why the execution ended
 * @param group the group of similar failures that the execution belongs to
 * @param weight the number of executions that the row represents; more than 1 if successes are sampled
 * @param retryable whether {@link TaskHistory#retry} can send the task again
 */
public record EndedTask(
        long id,
        String taskId,
        int retries,
        String task,
        Optional<String> queue,
        String node,
        TaskState state,
        Optional<Instant> sentAt,
        Optional<Instant> startedAt,
        Instant endedAt,
        Optional<Duration> waited,
        Optional<Duration> took,
        String rootId,
        Optional<String> parentId,
        Optional<String> requestId,
        Optional<String> user,
        Map<String, String> context,
        Optional<String> arguments,
        Optional<String> errorType,
        Optional<String> errorMessage,
        Optional<String> group,
        int weight,
        boolean retryable) {

    public EndedTask {
        context = Map.copyOf(context);
    }

    /** Returns the error on one line, such as {@code TimeoutException: no answer}; empty if there is none. */
    public Optional<String> error() {
        if (errorType.isEmpty()) {
            return errorMessage;
        }
        return Optional.of(
                errorType.get() + errorMessage.map(text -> ": " + text).orElse(""));
    }

    /**
     * Whether the state counts as a failure. The history does not sample failures. It keeps their message bodies,
     * unless a body is too large or the task forbids keeping it.
     */
    public boolean isFailure() {
        return isFailure(state);
    }

    /** Whether a state counts as a failure: failed, rejected, revoked or expired. */
    public static boolean isFailure(TaskState state) {
        return state == TaskState.FAILURE
                || state == TaskState.REJECTED
                || state == TaskState.REVOKED
                || state == TaskState.EXPIRED;
    }
}
