package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/**
 * Keeps what has become of tasks. It is the backend that holds the order of states, whoever writes at the same time: a
 * final state is never overwritten, and an execution that is over leaves no trace in the next one's. All writes take part
 * in the thread's transaction if there is one. Thread-safe. Celery: a result backend.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the backend cannot be reached.
 */
public interface ResultBackend {

    /** Of a task that asks to be run again for ever, this many attempts are kept, the latest. */
    int MOST_ATTEMPTS = 100;

    /**
     * Keeps that a task was sent.
     *
     * @throws no.abakus.tasks.TaskOptionException if its id is taken
     */
    void queued(TaskRecord record);

    /**
     * Keeps that an execution has begun: the record's number of retries says which one. A record is made where there is
     * none. From {@link TaskState#REJECTED}, a task may begin once more: an operator has sent its dead letter again.
     *
     * @return false, and nothing is changed, if the task has ended or this execution of it is over, or if what is kept under
     *     its id is of another task or has another token; what is kept without a token takes any
     */
    boolean started(TaskRecord record);

    /**
     * Keeps how an execution has ended: a final state, or {@link TaskState#RETRY}. A record is made where there is none.
     *
     * @param record how it ended; after a request to be run again its number of retries is already that of the next one
     * @param execution the number of retries that the execution began with
     * @return false, and nothing is changed, in the cases in which {@link #started} answers false
     */
    boolean ended(TaskRecord record, int execution);

    /**
     * The same as {@link #started} or {@link #ended} for each of these, in their order: all of them or, when it throws,
     * none. A worker keeps by it what has come to several threads at about the same time; a backend that can write them in
     * one go does.
     *
     * @return what {@code started} or {@code ended} answers, for each
     */
    default List<Boolean> changed(List<StateChange> changes) {
        return changes.stream()
                .map(change -> change.isStart() ? started(change.record()) : ended(change.record(), change.execution()))
                .toList();
    }

    /**
     * Keeps an execution that asked to be run again; to be called after {@link #ended} has kept that it did. It goes with what
     * is kept of the task.
     */
    void attempted(StoredAttempt attempt);

    /** The latest executions of a task that asked to be run again, in their order. */
    List<StoredAttempt> attempts(String id);

    /** What is kept of a task. */
    Optional<TaskRecord> find(String id);

    /** How far each of these has come, in their order; a worker looks before it runs what may be a repetition. */
    default List<TaskProgress> progress(List<String> ids) {
        return ids.stream()
                .map(id -> find(id).map(TaskProgress::of).orElse(TaskProgress.UNKNOWN))
                .toList();
    }

    /**
     * Deletes what is kept of a task.
     *
     * @return whether there was something
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
