package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskAttempt;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;

/**
 * What is recorded of a task.
 *
 * @param id its id
 * @param task its name
 * @param state how far it has come
 * @param value its result as maps, lists, texts, numbers and booleans; empty unless it has succeeded with a value
 * @param failure what it failed with, or is retried for
 * @param children the ids of the tasks that it has sent
 * @param parentId the task that has sent it; empty if none has
 * @param rootId the first task of the tree that it belongs to
 * @param retries how often it was retried
 * @param worker the node that runs it or has run it last
 * @param queuedAt when it was sent
 * @param startedAt when its last execution began
 * @param endedAt when it ended
 * @param attempts the executions that asked to be retried, in their order
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
