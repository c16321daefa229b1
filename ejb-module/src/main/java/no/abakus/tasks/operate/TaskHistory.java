package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;

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
public interface TaskHistory {

    /** The most items of a page. */
    int MOST = 200;

    /** The most facets that are counted. */
    int MOST_FACETS = 50;

    /**
     * Starts or stops keeping the history of this node, if {@code abakus.tasks.history} is {@code auto}. A console
     * starts it when the console starts, because nothing reads a history without a console.
     *
     * @param keeps whether to keep it from now on
     */
    void keepUnlessConfigured(boolean keeps);

    /** Where answers come from now. */
    HistoryOrigin origin();

    /** How many ends this node could not keep since its start, because too many came at the same time. */
    long dropped();

    /**
     * A page of the tasks that a query selects, the latest end first. A query without an indexed term looks at the
     * newest 100,000 rows.
     *
     * @param after the {@link HistoryPage#next} of the previous page; empty for the first page
     * @param limit the most items, up to {@value #MOST}
     */
    HistoryPage page(HistoryQuery query, OptionalLong after, int limit);

    /**
     * Hands over the tasks that a query selects, the latest end first, as {@link #page} does but without counting them.
     *
     * @param wantsMore receives each task; no more are read once it returns false
     */
    default void forEach(HistoryQuery query, Predicate<EndedTask> wantsMore) {
        OptionalLong after = OptionalLong.empty();
        while (true) {
            HistoryPage page = page(query, after, MOST);
            for (EndedTask task : page.items()) {
                if (!wantsMore.test(task)) {
                    return;
                }
            }
            if (page.next().isEmpty()) {
                return;
            }
            after = OptionalLong.of(page.next().get());
        }
    }

    /** The number of executions by the values of a field, the most frequent values first. */
    Map<String, Long> facets(HistoryQuery query, HistoryField by);

    /** The executions of a task, the last one first; empty if the history has none. */
    List<EndedTask> executions(String taskId);

    /** The evidence of a failed execution; empty if it did not fail, or the task forbids keeping it. */
    Optional<KeptMessage> evidence(EndedTask execution);

    /**
     * Sends a failed task again, as a new task with the same body, properties and log context. Each failure can be sent
     * again once.
     *
     * @param by the operator who wants it; bound to the log context as {@code retried_by}, beside {@code retry_of}, the
     *     failed task
     */
    HistoryRetry retry(String taskId, String by);

    /**
     * Sends a failed task again in the caller's way, such as with other arguments. The log context of the calling
     * thread is the failed task's while it sends. Nothing is sent if the failure was sent again before.
     *
     * @param by the operator who wants it; bound to the log context as {@code retried_by}, beside {@code retry_of}, the
     *     failed task
     * @param sending sends the new task and returns its id
     */
    HistoryRetry retry(String taskId, String by, Function<EndedTask, String> sending);

    /**
     * The groups of failures, the latest failure first, at most {@value #MOST}.
     *
     * @param since groups without a failure since this instant are left out
     */
    List<FailureGroup> groups(Instant since);

    /** A group of failures; empty if there is no such group. */
    Optional<FailureGroup> group(String id);

    /**
     * Changes the note of a group, and until when it is muted.
     *
     * @return the changed group; empty if there is no such group
     */
    Optional<FailureGroup> annotate(String id, Optional<String> note, Optional<Instant> mutedUntil);

    /**
     * The counts of executions by minute, or by hour if they are older than two days.
     *
     * @param task the task; empty for all
     */
    List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task);

    /** Records what an operator did. If the database cannot be reached, the log has the only record. */
    void record(OperatorAction action);

    /**
     * What operators did, the latest first.
     *
     * @param after the id of the last entry of the previous page; empty for the first page
     */
    List<AuditEntry> audit(OptionalLong after, int limit);
}
