package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The executions that have ended, and how they ended. Inject it into any bean. Thread-safe. Celery: the tasks of
 * Flower.
 *
 * <p>If no history is kept, or the database cannot be reached, {@link #page}, {@link #forEach}, {@link #facets}, {@link
 * #executions}, {@link #evidence} and the groups of failures come from this node's memory, and {@link #origin} says so.
 * If the database fails while {@link #forEach} reads it, {@link #forEach} throws {@link
 * no.abakus.tasks.OperationalException}. Every other method that needs the database throws {@link
 * no.abakus.tasks.OperationalException} if the database cannot be reached.
 *
 * <pre>{@code
 * @Inject TaskHistory history;
 *
 * HistoryQuery query = HistoryQuery.parse("state:failed task:mail.* age<1h", Instant.now());
 * history.page(query, OptionalLong.empty(), 50).items();
 * }</pre>
 */
public interface TaskHistory extends HistoryReader {

    /**
     * Returns the history that the nodes of another application keep in the same database.
     *
     * <p>That history is not in this node's memory, so its methods throw {@link no.abakus.tasks.OperationalException}
     * if the database cannot be reached.
     *
     * @param application the application's name; if there is no such application, the returned history has no rows
     * @throws UnsupportedOperationException if this history gives access to no other history
     */
    default HistoryReader of(String application) {
        throw new UnsupportedOperationException("This history knows only the application's own tasks");
    }

    /**
     * Starts or stops keeping the history of this node, if {@code abakus.tasks.history} is {@code auto}. A console
     * calls this method when it starts, because nothing reads a history without a console.
     *
     * @param keeps whether to keep the history from now on
     */
    void keepUnlessConfigured(boolean keeps);

    /**
     * Returns how many ended executions this node has left out of the history since its start. It leaves out executions
     * if too many end at once, if the database is unavailable for too long, or if the database rejects them.
     */
    long dropped();

    /**
     * Sends a failed task again, as a new task with the same body, properties and log context. Each failed task can be
     * sent again once.
     *
     * @param by the operator who wants it. The new task's log context has the operator as {@code retried_by} and the
     *     failed task's id as {@code retry_of}
     */
    HistoryRetry retry(String taskId, String by);

    /**
     * Lets the caller send a failed task again, for example with other arguments. While {@code sending} runs, the
     * calling thread has the failed task's log context. Nothing is sent if the failed task was sent again before.
     *
     * @param by the operator who wants it. The new task's log context has the operator as {@code retried_by} and the
     *     failed task's id as {@code retry_of}
     * @param sending sends the new task and returns its id
     */
    HistoryRetry retry(String taskId, String by, Function<EndedTask, String> sending);

    /**
     * Sends a failed task again as it was, except for some arguments or options. Its log context, its parent and each
     * option that is not given stay as they were sent. The failed task's due time and expiry are dropped.
     *
     * @param by the operator who wants it. The new task's log context has the operator as {@code retried_by} and the
     *     failed task's id as {@code retry_of}
     * @param changes the arguments and options that are different
     * @throws no.abakus.tasks.TaskException if the changes are not valid; nothing is sent
     * @throws UnsupportedOperationException if this history sends tasks only as they were
     */
    default HistoryRetry retry(String taskId, String by, RetryChanges changes) {
        if (changes.areNone()) {
            return retry(taskId, by);
        }
        throw new UnsupportedOperationException("This history can only send tasks again unchanged");
    }

    /**
     * Deletes the executions of a task from the history. They remain in the counts. If the task is still being retried,
     * its next execution appears in the history again.
     *
     * @return whether the history had any
     * @throws UnsupportedOperationException if this history deletes only old executions
     */
    default boolean forget(String taskId) {
        throw new UnsupportedOperationException("This history only deletes executions that are too old");
    }

    /**
     * Changes the note of a group, and the time until which the group is muted.
     *
     * @return the changed group; empty if there is no such group
     */
    Optional<FailureGroup> annotate(String id, Optional<String> note, Optional<Instant> mutedUntil);

    /**
     * Changes those parts of a group that the change names.
     *
     * @return the changed group; empty if there is no such group
     */
    default Optional<FailureGroup> annotate(String id, FailureGroupChange change) {
        return group(id)
                .flatMap(group -> annotate(
                        id,
                        change.changesNote() ? change.note() : group.note(),
                        change.changesMuting() ? change.mutedUntil() : group.mutedUntil()));
    }

    /**
     * Records what an operator did. If no history is kept, or the database cannot be reached, only the log has the
     * record.
     */
    void record(OperatorAction action);
}
