package no.abakus.tasks.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskException;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.tasks.operate.TextPattern;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.StoredBulk;

/**
 * Sends failed tasks again. The history records each retry, so a task is sent only once even if two nodes try to send
 * it. Thread-safe.
 */
final class RetryWork implements Work {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final HistoryQuery.Text FAILURES = new HistoryQuery.Text(
            HistoryField.STATE,
            false,
            List.of("failed", "rejected", "revoked", "expired").stream()
                    .map(TextPattern::new)
                    .toList());

    private final HistoryStore store;
    private final TaskHistory history;

    RetryWork(HistoryStore store, TaskHistory history) {
        this.store = store;
        this.history = history;
    }

    @Override
    public Selected select(BulkRequest request, Instant now) {
        return request.query().isPresent() ? byQuery(request, now) : byIds(request.ids());
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
                    "Only ended tasks are sent again, so leave the state out of the query");
        }
        return query.and(new HistoryQuery.Ended(false, at));
    }

    private Selected byQuery(BulkRequest request, Instant now) {
        HistoryQuery query = query(request, now);
        Map<String, Long> counts = new TreeMap<>(store.retryability(query));
        long possible =
                Optional.ofNullable(counts.remove(HistoryStore.RETRYABLE)).orElse(0L);
        List<String> sample = store.page(query.and(FAILURES), Long.MAX_VALUE, 50).stream()
                .filter(EndedTask::retryable)
                .limit(Selected.SAMPLE)
                .map(EndedTask::taskId)
                .toList();
        long impossible = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Selected(possible + impossible, true, counts, sample, Long.MAX_VALUE);
    }

    private Selected byIds(List<String> ids) {
        Map<String, Long> impossible = new TreeMap<>();
        List<String> possible = new ArrayList<>();
        for (String id : ids) {
            Optional<Reason> obstacle = obstacle(id);
            obstacle.ifPresentOrElse(reason -> impossible.merge(reason.code(), 1L, Long::sum), () -> possible.add(id));
        }
        return new Selected(
                ids.size(),
                true,
                impossible,
                possible.stream().limit(Selected.SAMPLE).toList(),
                0);
    }

    private Optional<Reason> obstacle(String id) {
        List<EndedTask> executions = store.executions(id, 1);
        if (executions.isEmpty()) {
            return Optional.of(Reason.NOT_FOUND);
        }
        EndedTask last = executions.get(0);
        if (!last.isFailure()) {
            return Optional.of(Reason.NOT_FAILED);
        }
        if (last.retryable()) {
            return Optional.empty();
        }
        boolean wasRetried = store.evidence(last.id())
                .filter(evidence -> evidence.retriedAs().isPresent())
                .isPresent();
        return Optional.of(wasRetried ? Reason.ALREADY_RETRIED : Reason.BODY_NOT_KEPT);
    }

    @Override
    public Step next(StoredBulk bulk, long position, int most) {
        BulkRequest request = bulk.operation().request();
        Tried tried = new Tried(request.user(), RetryChanges.of(request.options()));
        if (request.query().isEmpty()) {
            List<String> ids = bulk.ids();
            int from = (int) Math.min(position, ids.size());
            int to = Math.min(from + most, ids.size());
            ids.subList(from, to).forEach(tried::send);
            return new Step(to, tried.done, tried.refused, to == ids.size());
        }
        List<EndedTask> page =
                store.page(query(request, bulk.operation().createdAt()).and(FAILURES), position, most);
        page.stream().filter(EndedTask::retryable).map(EndedTask::taskId).forEach(tried::send);
        return page.isEmpty()
                ? Step.nothingLeft(position)
                : new Step(page.get(page.size() - 1).id(), tried.done, tried.refused, page.size() < most);
    }

    /** Tries the tasks one after another, and counts the outcomes. */
    private final class Tried {

        private final String user;
        private final RetryChanges changes;
        private final Map<String, Long> refused = new TreeMap<>();
        private long done;

        private Tried(String user, RetryChanges changes) {
            this.user = user;
            this.changes = changes;
        }

        private void send(String id) {
            HistoryRetry retry;
            try {
                retry = history.retry(id, user, changes);
            } catch (OperationalException e) {
                throw e;
            } catch (TaskException e) {
                log.debug("bulk_task_refused", e, "task_id", id);
                refused.merge("not-accepted", 1L, Long::sum);
                return;
            }
            if (retry instanceof HistoryRetry.Refused no) {
                refused.merge(no.reason().code(), 1L, Long::sum);
            } else {
                done++;
            }
        }
    }
}
