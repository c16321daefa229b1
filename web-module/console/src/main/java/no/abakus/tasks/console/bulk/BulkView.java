package no.abakus.tasks.console.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.BulkOperation;

/** A bulk operation as clients see it; unknown values are null. */
public record BulkView(
        String bulkId,
        String action,
        String q,
        String state,
        long count,
        boolean exact,
        long possible,
        Map<String, Long> notPossible,
        List<String> sample,
        int rate,
        String reason,
        String user,
        long done,
        Map<String, Long> refused,
        long left,
        String worker,
        Instant dateCreated,
        Instant expiresAt,
        Instant dateStarted,
        Instant dateDone) {

    public static BulkView of(BulkOperation operation) {
        return new BulkView(
                operation.id(),
                operation.request().action().code(),
                operation.request().query().orElse(null),
                operation.state().code(),
                operation.total(),
                operation.exact(),
                operation.possible(),
                operation.notPossible(),
                operation.sample(),
                operation.request().rate(),
                operation.request().reason().orElse(null),
                operation.request().user(),
                operation.done(),
                operation.refused(),
                operation.left(),
                operation.node().orElse(null),
                operation.createdAt(),
                operation.expiresAt(),
                operation.startedAt().orElse(null),
                operation.endedAt().orElse(null));
    }

    /** Returns the same operation, marked as not exact because only the first tasks were counted. */
    BulkView ofFirst() {
        return new BulkView(
                bulkId,
                action,
                q,
                state,
                count,
                false,
                possible,
                notPossible,
                sample,
                rate,
                reason,
                user,
                done,
                refused,
                left,
                worker,
                dateCreated,
                expiresAt,
                dateStarted,
                dateDone);
    }
}
