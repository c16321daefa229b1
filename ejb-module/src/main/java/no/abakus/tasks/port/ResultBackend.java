package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * Stores the states and results of tasks. The backend guards the order of states, whatever writes come concurrently: a
 * final state is never overwritten, and a finished execution never overwrites the next one. All writes take part in the
 * thread's transaction if there is one. Thread-safe. Celery: a result backend.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the backend cannot be reached.
 */
public interface ResultBackend {

    /** How many attempts are kept, the latest, of a task that asks to be run again forever. */
    int MOST_ATTEMPTS = 100;

    /**
     * Records that a task was sent.
     *
     * @throws no.abakus.tasks.TaskOptionException if its id is taken
     */
    void queued(TaskRecord record);

    /**
     * Records that an execution has begun; the record's number of retries identifies it. Creates the record if there is
     * none. A task in {@link TaskState#REJECTED} may begin again, because an operator has resent its dead letter.
     *
     * @return false, without any change, if the task or this execution of it has ended, or if the stored record with
     *     its id belongs to another task or has another token; a stored record without a token matches any token
     */
    boolean started(TaskRecord record);

    /**
     * Records how an execution has ended: a final state, or {@link TaskState#RETRY}. Creates the record if there is
     * none.
     *
     * @param record how it ended; after a request to be run again its number of retries is already that of the next
     *     execution
     * @param execution the number of retries that the execution began with
     * @return false, without any change, in the cases in which {@link #started} returns false
     */
    boolean ended(TaskRecord record, int execution);

    /**
     * Does the same as {@link #started} or {@link #ended} for each change in order: all of them or, if it throws, none.
     * A worker uses it to write the changes of several threads together; a backend should write them in one batch if it
     * can.
     *
     * @return what {@code started} or {@code ended} would return for each
     */
    default List<Boolean> changed(List<StateChange> changes) {
        return changes.stream()
                .map(change -> change.isStart() ? started(change.record()) : ended(change.record(), change.execution()))
                .toList();
    }

    /**
     * Stores an execution that asked to be run again. Call it after {@link #ended} has recorded the request. It is
     * deleted together with the task's record.
     */
    void attempted(StoredAttempt attempt);

    /** The latest executions of a task that asked to be run again, in order. */
    List<StoredAttempt> attempts(String id);

    /** The stored record of a task. */
    Optional<TaskRecord> find(String id);

    /** How far each of these tasks has come, in order; a worker checks this before it runs what may be a repetition. */
    default List<TaskProgress> progress(List<String> ids) {
        return ids.stream()
                .map(id -> find(id).map(TaskProgress::of).orElse(TaskProgress.UNKNOWN))
                .toList();
    }

    /**
     * Deletes the stored record of a task.
     *
     * @return whether there was one
     */
    boolean forget(String id);

    /**
     * Makes a task that is QUEUED or RETRY REVOKED.
     *
     * @return the state that it was in; UNKNOWN if there is no record. Other states stay as they are
     */
    TaskState revoke(String id, Instant at);

    /**
     * Deletes records that have expired.
     *
     * @param now the instant that they have expired by
     * @param most how many at most, so that no transaction grows large
     * @return how many were deleted; as many as {@code most} means that there may be more
     */
    int removeExpired(Instant now, int most);
}
