package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Reads the history of an application: how its executions ended. {@link TaskHistory} is that of this application. */
public interface HistoryReader {

    /** The most items of a page. */
    int MOST = 200;

    /** The most facets that are counted. */
    int MOST_FACETS = 50;

    /** Where answers come from now. */
    HistoryOrigin origin();

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
     * The groups of failures, the latest failure first, at most {@value #MOST}.
     *
     * @param since groups without a failure since this instant are left out
     */
    List<FailureGroup> groups(Instant since);

    /**
     * A page of the wanted groups of failures, the latest failure first. At most 10,000 groups are looked at.
     *
     * @param since groups without a failure since this instant are left out
     * @param after the {@link FailureGroupPage#next} of the previous page; empty for the first page
     * @param limit the most groups, up to {@value #MOST}
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

    /** A group of failures; empty if there is no such group. */
    Optional<FailureGroup> group(String id);

    /**
     * The counts of executions by minute, or by hour if they are older than two days.
     *
     * @param task the task; empty for all
     */
    List<MinuteCounts> minutes(Instant from, Instant to, Optional<String> task);

    /**
     * What operators did, the latest first.
     *
     * @param after the id of the last entry of the previous page; empty for the first page
     */
    List<AuditEntry> audit(OptionalLong after, int limit);
}
