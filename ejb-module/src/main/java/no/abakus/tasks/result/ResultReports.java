package no.abakus.tasks.result;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.operate.TaskReport;
import no.abakus.tasks.operate.TaskResults;
import no.abakus.tasks.port.TaskRecord;

/** Reports for operators, built from records. Thread-safe. */
final class ResultReports implements TaskResults {

    private final Results results;

    /** Creates reports of these results. */
    ResultReports(Results results) {
        this.results = results;
    }

    @Override
    public Optional<TaskReport> find(String id) {
        return results.find(id).map(this::report);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the two callbacks work only by side effect
    public CompletableFuture<TaskReport> end(String id) {
        CompletableFuture<TaskRecord> end = results.end(id);
        CompletableFuture<TaskReport> report = new CompletableFuture<>();
        end.whenComplete((record, failed) -> {
            try {
                report.complete(report(record));
            } catch (RuntimeException e) {
                report.completeExceptionally(failed == null ? e : failed);
            }
        });
        // If the caller stops waiting, stop polling as well.
        report.whenComplete((done, failed) -> end.cancel(false));
        return report;
    }

    private TaskReport report(TaskRecord record) {
        return new TaskReport(
                record.id(),
                record.task(),
                record.state(),
                Optional.ofNullable(results.plainValue(record)),
                results.failure(record),
                record.children(),
                record.parentId(),
                record.rootId(),
                record.retries(),
                record.worker(),
                record.queuedAt(),
                record.startedAt(),
                record.endedAt(),
                record.retries() == 0 ? List.of() : results.attempts(record.id()));
    }

    @Override
    public boolean forget(String id) {
        return results.forget(id);
    }

    @Override
    public RevokeOutcome revoke(String id, boolean terminate) {
        return results.revoke(id, terminate);
    }
}
