package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;

/**
 * The recorded data of a task.
 *
 * @param id its id
 * @param task its name
 * @param state its state
 * @param value its result as maps, lists, strings, numbers and booleans; empty unless it succeeded with a value
 * @param failure the failure that the task ended with or is being retried for
 * @param children the ids of the tasks that it sent
 * @param parentId the id of the task that sent it; empty if no task did
 * @param rootId the id of the first task of its tree
 * @param retries how many times it has been retried
 * @param worker the node that is running it or ran it last
 * @param queuedAt when it was sent
 * @param startedAt when its last execution started
 * @param endedAt when it ended
 * @param attempts the executions that ended in a retry, in order
 */
public record TaskReport(
        String id,
        String task,
        TaskState state,
        Optional<Object> value,
        Optional<TaskFailure> failure,
        List<String> children,
        Optional<String> parentId,
        String rootId,
        int retries,
        Optional<String> worker,
        Optional<Instant> queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        List<TaskAttempt> attempts) {}
