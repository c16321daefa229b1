package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryRow;

/** Adds the failures of a batch to the counts of their groups. */
final class CountedFailures {

    private static final String ADD = "UPDATE abakus_error_group SET total = total + ?,"
            + " sample_id = CASE WHEN last_at <= ? THEN ? ELSE sample_id END,"
            + " last_at = CASE WHEN last_at <= ? THEN ? ELSE last_at END WHERE group_id = ?";
    private static final String INSERT = "INSERT INTO abakus_error_group"
            + " (group_id, task, error_type, frame, sample_id, first_at, last_at, total, application)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The groups in the order of their ids, so that nodes that add to the same groups cannot deadlock. */
    private final Map<String, Group> groups = new TreeMap<>();

    /**
     * The failures of a batch that belong to the same group.
     *
     * @param last the last failure
     * @param evidence the evidence of the last failure
     * @param firstAt when the first failure happened
     * @param count how many failures there are
     */
    private record Group(EndedTask last, Optional<HistoryEvidence> evidence, Instant firstAt, long count) {

        Group and(Group later) {
            return new Group(later.last, later.evidence, firstAt, count + later.count);
        }
    }

    private final Owner owner;

    CountedFailures(Owner owner, List<HistoryRow> rows) {
        this.owner = owner;
        for (HistoryRow row : rows) {
            EndedTask task = row.ended();
            task.group()
                    .ifPresent(id -> groups.merge(
                            id, new Group(task, row.evidence(), task.endedAt(), 1), (before, one) -> before.and(one)));
        }
    }

    void add(Session session) throws SQLException {
        for (Map.Entry<String, Group> entry : groups.entrySet()) {
            add(session, entry.getKey(), entry.getValue());
        }
    }

    private void add(Session session, String id, Group group) throws SQLException {
        EndedTask last = group.last();
        int changed = session.update(ADD, parameters -> parameters
                .number(group.count())
                .instant(last.endedAt())
                .text(last.taskId())
                .instant(last.endedAt())
                .instant(last.endedAt())
                .text(owner.key(id)));
        if (changed == 0) {
            session.update(INSERT, parameters -> parameters
                    .text(owner.key(id))
                    .text(last.task())
                    .text(group.evidence().map(HistoryEvidence::errorType).orElse(""))
                    .text(group.evidence().flatMap(HistoryEvidence::frame))
                    .text(last.taskId())
                    .instant(group.firstAt())
                    .instant(last.endedAt())
                    .number(group.count())
                    .text(owner.column()));
        }
    }
}
