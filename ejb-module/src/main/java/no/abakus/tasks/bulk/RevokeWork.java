package no.abakus.tasks.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.operate.RevokeReport;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.port.StoredBulk;

/** Revokes tasks by their ids. Revoking a task twice changes nothing. Thread-safe. */
final class RevokeWork implements Work {

    private static final String ENDED = "already-ended";

    private final TaskControl control;

    RevokeWork(TaskControl control) {
        this.control = control;
    }

    @Override
    public Selected select(BulkRequest request, Instant now) {
        List<String> ids = request.ids();
        return new Selected(
                ids.size(), true, Map.of(), ids.stream().limit(Selected.SAMPLE).toList(), 0);
    }

    @Override
    public Step next(StoredBulk bulk, long position, int most) {
        List<String> ids = bulk.ids();
        int from = (int) Math.min(position, ids.size());
        int to = Math.min(from + most, ids.size());
        if (from == to) {
            return Step.nothingLeft(position);
        }
        RevokeReport report = control.revoke(Revocable.ids(ids.subList(from, to)));
        long ended = report.tasks().values().stream()
                .filter(outcome -> outcome == RevokeOutcome.ALREADY_DONE)
                .count();
        return new Step(to, to - from - ended, ended == 0 ? Map.of() : Map.of(ENDED, ended), to == ids.size());
    }
}
