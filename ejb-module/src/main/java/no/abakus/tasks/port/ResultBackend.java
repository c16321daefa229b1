package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * Stores the states and results of tasks. The backend keeps states in order under concurrent writes: a final state is
 * never overwritten, and an earlier execution never overwrites a later one. All writes take part in the thread's
 * transaction if there is one. Thread-safe. Celery: a result backend.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the backend cannot be reached.
 */
public interface ResultBackend {

    /** How many of the latest attempts are kept per task. The number is limited because a task may retry forever. */
    int MOST_ATTEMPTS = 100;

    /**
     * Records that a task was sent.
     *
     * @throws no.abakus.tasks.TaskOptionException if its id is already in use
     */
    void queued(TaskRecord record);

    /**
     * Records that an execution has started. The record's number of retries identifies the execution. Creates the
     * record if there is none. A task in {@link TaskState#REJECTED} may start again, because an operator may have
     * resent its dead letter.
     *
     * @return false, without any change, if the task or this execution of it has ended, or if the stored record with
     *     its id belongs to another task or has another token. A record without a token matches only a message without
     *     one
     */
    boolean started(TaskRecord record);

    /**
     * Records how an execution has ended: a final state, or {@link TaskState#RETRY}. Creates the record if there is
     * none.
     *
     * @param record how it ended; for a retry, its number of retries is already the number of the next execution
     * @param execution the number of retries before this execution
     * @return false, without any change, in the cases in which {@link #started} returns false
     */
    boolean ended(TaskRecord record, int execution);

    /**
     * Applies {@link #started} or {@link #ended} for each change in order. If this method throws, no change is applied.
     * A worker uses this method to write the changes of several threads together; a backend should write them in one
     * batch if it can.
     *
     * @return the return value of {@code started} or {@code ended} for each change
     */
    default List<Boolean> changed(List<StateChange> changes) {
        return changes.stream()
                .map(change -> change.isStart() ? started(change.record()) : ended(change.record(), change.execution()))
                .toList();
    }

    /**
     * Stores an execution that ended in a retry. Call it after {@link #ended} has recorded the retry. The attempt is
     * deleted together with the task's record.
     */
    void attempted(StoredAttempt attempt);

    /** The latest executions of a task that ended in a retry, in order. */
    List<StoredAttempt> attempts(String id);

    /** The stored record of a task. */
    Optional<TaskRecord> find(String id);

    /**
     * The progress of these tasks, in order. Before a worker runs a task that may be a repetition, it checks the
     * progress of the task.
     */
    default List<TaskProgress> progress(List<String> ids) {
        return ids.stream()
                .map(id -> find(id).map(TaskProgress::of).orElse(TaskProgress.UNKNOWN))
                .toList();
    }

    /**
     * Deletes the stored record of a task.
     *
     * @return whether there was a record
     */
    boolean forget(String id);

    /**
     * Changes a task's state from QUEUED or RETRY to REVOKED.
     *
     * @return the previous state; UNKNOWN if there is no record. Other states are not changed
     */
    TaskState revoke(String id, Instant at);

    /**
     * Deletes records that have expired.
     *
     * @param now the instant by which they must have expired
     * @param most the maximum number of records to delete, so that transactions stay small
     * @return how many were deleted; if it equals {@code most}, there may be more
     */
    int removeExpired(Instant now, int most);
}
