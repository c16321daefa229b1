package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.port.AuditStore;
import no.abakus.tasks.port.HistoryKeys;

/** Stores the actions of operators in the table {@code abakus_audit}. Thread-safe. */
final class JdbcAudit implements AuditStore {

    private static final String ADD =
            "INSERT INTO abakus_audit (id, happened_at, user_name, request_id, action, target,"
                    + " reason, outcome, application) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LIST = "SELECT id, happened_at, user_name, request_id, action, target, reason, outcome"
            + " FROM abakus_audit WHERE %s AND id < ? AND " + FreshRead.CONDITION + " ORDER BY id DESC LIMIT ?";
    /** Also compares the key, because the key starts with the time and has the table's only index. */
    private static final String REMOVE = "DELETE FROM abakus_audit WHERE id < ? AND happened_at < ? AND %s";

    private final Database database;
    private final Owner owner;

    /** Creates a store of this application's entries in this database. */
    JdbcAudit(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public void add(AuditEntry entry) {
        OperatorAction action = entry.action();
        database.run(
                "An operator's action could not be stored",
                session -> session.update(ADD, parameters -> parameters
                        .number(entry.id())
                        .instant(entry.at())
                        .text(action.user())
                        .text(action.requestId())
                        .text(action.action())
                        .text(action.target())
                        .text(action.reason())
                        .text(action.outcome())
                        .text(owner.column())));
    }

    @Override
    public List<AuditEntry> entries(long before, int most) {
        return database.run(
                "The actions of operators could not be read",
                session -> session.list(
                        owner.restrict(LIST),
                        parameters -> parameters.number(before).number(most),
                        JdbcAudit::read));
    }

    private static AuditEntry read(Row row) throws SQLException {
        return new AuditEntry(
                row.longNumber("id"),
                row.instant("happened_at"),
                new OperatorAction(
                        row.text("user_name"),
                        row.optionalText("request_id"),
                        row.text("action"),
                        row.optionalText("target"),
                        row.optionalText("reason"),
                        row.text("outcome")));
    }

    @Override
    public int removeEntries(Instant before) {
        return database.run(
                "Old actions of operators could not be deleted",
                session -> session.update(owner.restrict(REMOVE), parameters -> parameters
                        .number(HistoryKeys.from(before))
                        .instant(before)));
    }
}
