package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.FailureGroupChange;
import no.abakus.tasks.port.FailureGroupStore;

/** Stores the groups of failures in the table {@code abakus_error_group}. Thread-safe. */
final class JdbcFailureGroups implements FailureGroupStore {

    private static final String SELECT =
            "SELECT group_id, task, error_type, frame, sample_id, first_at, last_at, total,"
                    + " note, muted_until FROM abakus_error_group WHERE ";
    private static final String SINCE =
            SELECT + "%s AND last_at >= ? AND " + FreshRead.CONDITION + " ORDER BY last_at DESC, group_id LIMIT ?";
    private static final String ONE = SELECT + "group_id = ? AND " + FreshRead.CONDITION;
    private static final String REMOVE = "DELETE FROM abakus_error_group WHERE %s AND last_at < ? AND note IS NULL";

    private final Database database;
    private final Owner owner;

    /** Creates a store of this application's groups in this database. */
    JdbcFailureGroups(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public List<FailureGroup> groups(Instant since, int most) {
        return database.run(
                "The groups of failures could not be read",
                session -> session.list(
                        owner.restrict(SINCE),
                        parameters -> parameters.instant(since).number(most),
                        this::read));
    }

    @Override
    public Optional<FailureGroup> group(String id) {
        return database.run(
                "A group of failures could not be read",
                session -> session.first(ONE, parameters -> parameters.text(owner.key(id)), this::read));
    }

    private FailureGroup read(Row row) throws SQLException {
        return new FailureGroup(
                owner.name(row.text("group_id")).orElseThrow(),
                row.text("task"),
                row.text("error_type"),
                row.optionalText("frame"),
                row.text("sample_id"),
                row.instant("first_at"),
                row.instant("last_at"),
                row.longNumber("total"),
                row.optionalText("note"),
                row.optionalInstant("muted_until"));
    }

    @Override
    public boolean change(String id, FailureGroupChange change) {
        if (!change.changesNote() && !change.changesMuting()) {
            return group(id).isPresent();
        }
        String columns = (change.changesNote() ? "note = ?" : "")
                + (change.changesNote() && change.changesMuting() ? ", " : "")
                + (change.changesMuting() ? "muted_until = ?" : "");
        return database.run(
                "A group of failures could not be changed",
                session -> session.update(
                                "UPDATE abakus_error_group SET " + columns + " WHERE group_id = ?", parameters -> {
                                    if (change.changesNote()) {
                                        parameters.text(change.note());
                                    }
                                    if (change.changesMuting()) {
                                        parameters.instant(change.mutedUntil());
                                    }
                                    parameters.text(owner.key(id));
                                })
                        > 0);
    }

    @Override
    public int removeGroups(Instant before) {
        return database.run(
                "Old groups of failures could not be deleted",
                session -> session.update(owner.restrict(REMOVE), parameters -> parameters.instant(before)));
    }
}
