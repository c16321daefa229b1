package no.abakus.tasks.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.HistoryTotal;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.StoredBulk;

/** Deletes ended tasks from the history. The history's counts still include them. Thread-safe. */
final class ForgetWork implements Work {

    private static final int MOST_COUNTED = 1_000_000;
    private static final int MOST_EXECUTIONS = 200;

    private final HistoryStore store;

    ForgetWork(HistoryStore store) {
        this.store = store;
    }

    @Override
    public Selected select(BulkRequest request, Instant now) {
        if (request.query().isEmpty()) {
            List<String> known = request.ids().stream()
                    .filter(id -> !store.executions(id, 1).isEmpty())
                    .toList();
            long missing = (long) request.ids().size() - known.size();
            return new Selected(
                    request.ids().size(),
                    true,
                    missing > 0 ? Map.of(Reason.NOT_FOUND.code(), missing) : Map.of(),
                    known.stream().limit(Selected.SAMPLE).toList(),
                    0);
        }
        HistoryQuery query = query(request, now);
        HistoryTotal total = store.total(query, MOST_COUNTED);
        List<String> sample = store.page(query, Long.MAX_VALUE, Selected.SAMPLE).stream()
                .map(EndedTask::taskId)
                .toList();
        return new Selected(total.rows(), total.isExact(), Map.of(), sample, Long.MAX_VALUE);
    }

    /**
     * Returns the request's query, limited to tasks that had ended by this instant. So the operation does not include
     * tasks that end while it runs.
     */
    private static HistoryQuery query(BulkRequest request, Instant at) {
        String q = request.query().orElseThrow();
        HistoryQuery query = HistoryQuery.parse(q, at);
        if (query.source() != HistoryQuery.Source.HISTORY) {
            throw new InvalidQueryException(
                    HistoryQuery.positionOfState(q),
                    "Only ended tasks are in the history, so leave the state out of the query");
        }
        return query.and(new HistoryQuery.Ended(false, at));
    }

    @Override
    public Step next(StoredBulk bulk, long position, int most) {
        BulkRequest request = bulk.operation().request();
        if (request.query().isEmpty()) {
            return byIds(bulk.ids(), position, most);
        }
        List<EndedTask> page = store.page(query(request, bulk.operation().createdAt()), position, most);
        if (page.isEmpty()) {
            return Step.nothingLeft(position);
        }
        long deleted = store.delete(page.stream().map(EndedTask::id).toList());
        return new Step(page.get(page.size() - 1).id(), deleted, Map.of(), page.size() < most);
    }

    private Step byIds(List<String> ids, long position, int most) {
        int from = (int) Math.min(position, ids.size());
        int to = Math.min(from + most, ids.size());
        long done = 0;
        List<Long> keys = new ArrayList<>();
        for (String id : ids.subList(from, to)) {
            List<EndedTask> executions = store.executions(id, MOST_EXECUTIONS);
            executions.forEach(execution -> keys.add(execution.id()));
            done += executions.isEmpty() ? 0 : 1;
        }
        store.delete(keys);
        long missing = to - from - done;
        return new Step(to, done, missing > 0 ? Map.of(Reason.NOT_FOUND.code(), missing) : Map.of(), to == ids.size());
    }
}
