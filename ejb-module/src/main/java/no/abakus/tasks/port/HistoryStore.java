package no.abakus.tasks.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryTotal;

/**
 * Stores ended executions of all nodes. Thread-safe.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the store cannot be reached.
 */
public interface HistoryStore {

    /** Stands for rows whose tasks can be sent again. */
    String RETRYABLE = "retryable";

    /**
     * Stores these executions and adds the failures among them to their groups. Stores either everything or nothing.
     *
     * @throws no.abakus.tasks.TaskOptionException if the store rejects the data
     */
    void add(List<HistoryRow> rows);

    /** The executions that a query selects and whose keys are smaller than {@code before}, the greatest key first. */
    List<EndedTask> page(HistoryQuery query, long before, int most);

    /** Counts the executions that a query selects, up to this many rows. */
    HistoryTotal total(HistoryQuery query, int most);

    /**
     * Counts, for each value of a field, the executions that a query selects. The most frequent values come first.
     *
     * @param rows the maximum number of rows to count; the newest rows are counted
     * @param most the maximum number of values to return
     */
    Map<String, Long> facets(HistoryQuery query, HistoryField by, int rows, int most);

    /**
     * Counts the rows that a query selects. The key {@value #RETRYABLE} has the number of tasks that can be sent again.
     * The other keys are the codes of the {@link no.abakus.tasks.operate.HistoryRetry.Reason reasons} why tasks cannot
     * be sent again.
     */
    Map<String, Long> retryability(HistoryQuery query);

    /** The executions of a task, the last one first. */
    List<EndedTask> executions(String taskId, int most);

    /** The evidence of the execution with this key. */
    Optional<HistoryEvidence> evidence(long id);

    /**
     * Records that a failed task was sent again; returns false if that was recorded before, or if there is no evidence
     * of the failure.
     */
    boolean markRetried(long id, String newTaskId);

    /**
     * Deletes executions whose keys are in a range, at most 1,000 of them.
     *
     * @param from the first key
     * @param below the key after the last one
     * @param failuresToo whether to delete failures; otherwise they are skipped
     * @return the key to continue from; empty if the range holds no more
     */
    Optional<Long> remove(long from, long below, boolean failuresToo);

    /** Deletes the executions with these keys, and their evidence; returns how many there were. */
    int delete(List<Long> ids);

    /**
     * Deletes the executions and groups of other applications whose last execution ended before this instant, because
     * applications that no longer exist do not delete their own. Also deletes the counts and audit entries of all
     * applications from before this instant. Many rows need several calls.
     */
    void removeForsaken(Instant before);

    /** The key of the row that comes after this many newer rows; empty if there is no such row. */
    Optional<Long> keyAfter(long rows);
}
