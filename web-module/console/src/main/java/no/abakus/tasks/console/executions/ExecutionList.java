package no.abakus.tasks.console.executions;

import java.util.List;
import no.abakus.tasks.operate.HistoryPage;
import no.abakus.tasks.operate.HistoryTotal;

/**
 * A page of executions.
 *
 * @param items the executions; ended executions are in the order of their ends, the latest first
 * @param next where the next page starts; null if there is no next page
 * @param total how many executions there are
 * @param sources where the executions were looked for, and what is missing
 */
record ExecutionList(List<ExecutionView> items, String next, Total total, SourcesView sources) {

    /**
     * A number of executions.
     *
     * @param value the number
     * @param exact whether the number is exact; otherwise it is an estimate from a sample, or a lower bound
     */
    record Total(long value, boolean exact) {
        static Total of(HistoryTotal total) {
            return new Total(total.executions(), total.isExact());
        }
    }

    /**
     * Returns a page of ended executions.
     *
     * @param dropped how many ended executions the answering node has not kept; null if this does not concern the page
     */
    static ExecutionList of(HistoryPage page, Long dropped) {
        return new ExecutionList(
                page.items().stream().map(ExecutionView::of).toList(),
                page.next().map(Given::cursor).orElse(null),
                Total.of(page.total()),
                SourcesView.of(page.origin(), page.total(), dropped));
    }

    /** Returns the page after this cursor. If the task of the cursor has left the list, returns the first page. */
    static ExecutionList of(CurrentTasks.Found found, String after, int most) {
        List<ExecutionView> all = found.items();
        int from = after == null ? 0 : placeAfter(TaskCursor.read(after), all);
        int to = Math.min(all.size(), from + most);
        return new ExecutionList(
                all.subList(from, to),
                to == all.size() ? null : TaskCursor.write(all.get(to - 1).taskId()),
                new Total(all.size(), found.complete()),
                found.sources());
    }

    private static int placeAfter(String taskId, List<ExecutionView> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).taskId().equals(taskId)) {
                return i + 1;
            }
        }
        return 0;
    }
}
