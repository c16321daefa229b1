package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;

/**
 * Moves groups of failures to another application. If both applications have the same group, their counts are added.
 */
final class MovedGroups {

    private static final int STEP = 500;

    private static final String THEIRS = "SELECT group_id, sample_id, first_at, last_at, total, note FROM"
            + " abakus_error_group WHERE %s AND " + FreshRead.CONDITION + " ORDER BY group_id LIMIT " + STEP;
    private static final String ADD = "UPDATE abakus_error_group SET total = total + ?,"
            + " first_at = CASE WHEN first_at > ? THEN ? ELSE first_at END,"
            + " sample_id = CASE WHEN last_at < ? THEN ? ELSE sample_id END,"
            + " last_at = CASE WHEN last_at < ? THEN ? ELSE last_at END,"
            + " note = COALESCE(note, ?) WHERE group_id = ?";
    private static final String RENAME =
            "UPDATE abakus_error_group SET group_id = ?, application = ? WHERE group_id = ?";
    private static final String DELETE = "DELETE FROM abakus_error_group WHERE group_id = ?";

    private record Group(
            String id, String sampleId, Instant firstAt, Instant lastAt, long total, Optional<String> note) {}

    private final Owner owner;
    private final Owner other;

    MovedGroups(Owner owner, Owner other) {
        this.owner = owner;
        this.other = other;
    }

    int move(Session session) throws SQLException {
        List<Group> groups =
                session.list(String.format(Locale.ROOT, THEIRS, other.condition()), Parameters.NONE, this::read);
        for (Group group : groups) {
            if (add(session, group) == 0) {
                session.update(RENAME, parameters -> parameters
                        .text(owner.key(group.id()))
                        .text(owner.column())
                        .text(other.key(group.id())));
            } else {
                session.update(DELETE, parameters -> parameters.text(other.key(group.id())));
            }
        }
        return groups.size();
    }

    private Group read(Row row) throws SQLException {
        return new Group(
                other.name(row.text("group_id")).orElseThrow(),
                row.text("sample_id"),
                row.instant("first_at"),
                row.instant("last_at"),
                row.longNumber("total"),
                row.optionalText("note"));
    }

    private int add(Session session, Group group) throws SQLException {
        return session.update(ADD, parameters -> parameters
                .number(group.total())
                .instant(group.firstAt())
                .instant(group.firstAt())
                .instant(group.lastAt())
                .text(group.sampleId())
                .instant(group.lastAt())
                .instant(group.lastAt())
                .text(group.note())
                .text(owner.key(group.id())));
    }
}
