package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Reads the history of an application: how the application's executions ended. {@link TaskHistory} reads the history of
 * this application.
 */
public interface HistoryReader {

    /** The maximum number of items on a page. */
    int MOST = 200;

    /** The maximum number of facets that are counted. */
    int MOST_FACETS = 50;

    /**
     * Returns the name of the application whose history this is. The default implementation is for tests, and returns
     * nothing.
     */
    default Optional<String> application() {
        return Optional.empty();
    }

    /** Returns where answers come from at the moment. */
    HistoryOrigin origin();

    /**
     * Returns a page of the tasks that a query selects. The task that ended last comes first. A query without an
     * indexed term examines only the newest 100,000 rows.
     *
     * @param after the {@link HistoryPage#next} of the previous page; empty for the first page
     * @param limit the maximum number of items, at most {@value #MOST}
     */
    HistoryPage page(HistoryQuery query, OptionalLong after, int limit);

    /**
     * Passes the tasks that a query selects to {@code wantsMore}, one by one. Selects and orders the tasks as
     * {@link #page} does, but does not count them.
     *
     * @param wantsMore receives each task; returns false to stop
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

    /**
     * Counts executions by the values of a field. The most frequent values come first. Counts at most the newest 10,000
     * rows.
     */
    Map<String, Long> facets(HistoryQuery query, HistoryField by);

    /** Returns at most 200 executions of a task, the last execution first; empty if the history has none. */
    List<EndedTask> executions(String taskId);

    /**
     * Returns the evidence of an execution that failed or was retried; empty if the history has none. The body of the
     * message is kept only after a failure, unless it is too large or the task forbids keeping it.
     */
    Optional<KeptMessage> evidence(EndedTask execution);

    /**
     * Returns at most {@value #MOST} groups of failures. The group with the latest failure comes first.
     *
     * @param since groups without a failure since this instant are left out
     */
    List<FailureGroup> groups(Instant since);

    /**
     * Returns a page of the wanted groups of failures. The group with the latest failure comes first. Examines at most
     * 10,000 groups.
     *
     * @param since groups without a failure since this instant are left out
     * @param after the {@link FailureGroupPage#next} of the previous page; empty for the first page
     * @param limit the maximum number of groups, at most {@value #MOST}
     */
    default FailureGroupPage groups(
            Instant since, Predicate<FailureGroup> wanted, Optional<FailureGroupPage.Position> after, int limit) {
        List<FailureGroup> found = groups(since).stream().filter(wanted).toList();
        List<FailureGroup> page = found.stream()
                .filter(group -> after.isEmpty() || after.get().isBefore(group))
                .limit(limit)
                .toList();
        return new FailureGroupPage(page, Optional.empty(), found.size(), false);
    }

    /** Returns the group of failures with this id; empty if there is no such group. */
    Optional<FailureGroup> group(String id);

    /**
     * Returns the counts of executions, by minute for the last two days and by hour before that.
     *
     * @param task the task; empty for all
     */
    List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task);

    /**
     * Returns what operators did, the latest action first.
     *
     * @param after the id of the last entry of the previous page; empty for the first page
     */
    List<AuditEntry> audit(OptionalLong after, int limit);
}
