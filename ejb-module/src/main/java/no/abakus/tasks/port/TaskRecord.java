package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * The stored record of a task. Immutable.
 *
 * @param id its id
 * @param task its name
 * @param state its state
 * @param rootId the id of the first task of its tree
 * @param parentId the id of the task that sent this task, if any
 * @param retries how many times it has been retried, including a pending retry
 * @param worker the node that ran it last
 * @param queuedAt when it was sent, if that was recorded
 * @param startedAt when its last execution started
 * @param endedAt when it ended
 * @param expiresAt when the record may be deleted
 * @param value its result after SUCCESS; a {@link no.abakus.tasks.TaskFailure} after FAILURE, REJECTED and RETRY
 * @param children the ids of the tasks that it sent
 * @param token the token of its message, if the message had one
 */
public record TaskRecord(
        String id,
        String task,
        TaskState state,
        String rootId,
        Optional<String> parentId,
        int retries,
        Optional<String> worker,
        Optional<Instant> queuedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Instant expiresAt,
        Optional<StoredValue> value,
        List<String> children,
        Optional<String> token) {

    public TaskRecord {
        children = List.copyOf(children);
    }

    /** The same record under another id. */
    public TaskRecord withId(String other) {
        return new TaskRecord(
                other, task, state, rootId, parentId, retries, worker, queuedAt, startedAt, endedAt, expiresAt, value,
                children, token);
    }
}
