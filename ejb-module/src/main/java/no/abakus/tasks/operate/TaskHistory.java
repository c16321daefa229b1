package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The executions that have ended, and how. Inject it into any bean. Thread-safe. Celery: the tasks of Flower.
 *
 * <p>If no history is kept, or the database cannot be reached, answers come from this node's memory, and say so in
 * their {@link HistoryOrigin}. In these cases, methods whose answer has no origin throw
 * {@link no.abakus.tasks.OperationalException}.
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
     * The history that the nodes of another application keep in the same database.
     *
     * <p>It is not in this node's memory: its methods throw {@link no.abakus.tasks.OperationalException} if the database
     * cannot be reached.
     *
     * @param application the application's name; a history without rows if there is no such application
     * @throws UnsupportedOperationException if this history knows no other
     */
    default HistoryReader of(String application) {
        throw new UnsupportedOperationException("This history knows only the application's own tasks");
    }

    /**
     * Starts or stops keeping the history of this node, if {@code abakus.tasks.history} is {@code auto}. A console
     * starts it when the console starts, because nothing reads a history without a console.
     *
     * @param keeps whether to keep it from now on
     */
    void keepUnlessConfigured(boolean keeps);

    /** How many ends this node could not keep since its start, because too many came at once. */
    long dropped();

    /**
     * Sends a failed task again, as a new task with the same body, properties and log context. Each failure can be sent
     * again once.
     *
     * @param by the operator who wants it; bound to the log context as {@code retried_by}, beside {@code retry_of}, the
     *     failed task
     */
    HistoryRetry retry(String taskId, String by);

    /**
     * Sends a failed task again in the caller's way, such as with other arguments. While it sends, the calling thread
     * has the failed task's log context. Nothing is sent if the failure was sent again before.
     *
     * @param by the operator who wants it; bound to the log context as {@code retried_by}, beside {@code retry_of}, the
     *     failed task
     * @param sending sends the new task and returns its id
     */
    HistoryRetry retry(String taskId, String by, Function<EndedTask, String> sending);

    /**
     * Sends a failed task again as it was, except for some arguments or options. Its log context, its parent and each
     * option that is not given stay as they were sent; a due time and an expiry of the failed task do not.
     *
     * @param by the operator who wants it; bound to the log context as {@code retried_by}, beside {@code retry_of}, the
     *     failed task
     * @param changes what is different
     * @throws no.abakus.tasks.TaskException if the changes are not valid; nothing is sent
     * @throws UnsupportedOperationException if this history sends tasks only as they were
     */
    default HistoryRetry retry(String taskId, String by, RetryChanges changes) {
        if (changes.areNone()) {
            return retry(taskId, by);
        }
        throw new UnsupportedOperationException("This history sends tasks again only as they were");
    }

    /**
     * Deletes the executions of a task from the history. What was counted of them stays counted, and a task that is still
     * retried ends in the history again.
     *
     * @return whether there were any
     * @throws UnsupportedOperationException if this history deletes only what is old
     */
    default boolean forget(String taskId) {
        throw new UnsupportedOperationException("This history deletes only what is old");
    }

    /**
     * Changes the note of a group, and until when it is muted.
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

    /** Records what an operator did. If the database cannot be reached, the log has the only record. */
    void record(OperatorAction action);
}
