package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/**
 * A page of ended tasks.
 *
 * @param items the tasks; the one that ended last comes first
 * @param next the key to continue after; empty if this is the last page
 * @param total how many executions the query selects
 * @param origin where the answer comes from
 */
public record HistoryPage(List<EndedTask> items, Optional<Long> next, HistoryTotal total, HistoryOrigin origin) {

    public HistoryPage {
        items = List.copyOf(items);
    }
}
