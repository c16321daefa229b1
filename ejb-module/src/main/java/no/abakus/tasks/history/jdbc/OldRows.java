package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Session;

/**
 * Deletes old executions by ranges of keys. The ranges are small, so that the writer of new rows need not wait long.
 */
final class OldRows {

    private static final int STEP = 1_000;

    private static final String KEYS = "SELECT id FROM abakus_history WHERE id >= ? AND id < ? AND %s AND "
            + FreshRead.CONDITION + " ORDER BY id LIMIT " + STEP;
    private static final String OWN = " WHERE id BETWEEN ? AND ? AND %s";
    private static final String DELETE = "DELETE FROM abakus_history" + OWN;
    private static final String DELETE_EVIDENCE = "DELETE FROM abakus_failure WHERE history_id BETWEEN ? AND ?"
            + " AND history_id IN (SELECT id FROM abakus_history" + OWN;
    private static final String ALL_BUT_FAILURES = " AND state NOT IN ('FAILURE', 'REJECTED', 'REVOKED', 'EXPIRED')";

    private OldRows() {}

    static Optional<Long> remove(Session session, Owner owner, long from, long below, boolean failuresToo)
            throws SQLException {
        List<Long> keys = session.list(
                owner.restrict(KEYS), parameters -> parameters.number(from).number(below), row -> row.longNumber("id"));
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        long first = keys.get(0);
        long last = keys.get(keys.size() - 1);
        String which = failuresToo ? "" : ALL_BUT_FAILURES;
        session.update(
                owner.restrict(DELETE_EVIDENCE) + which + ")",
                parameters ->
                        parameters.number(first).number(last).number(first).number(last));
        session.update(
                owner.restrict(DELETE) + which,
                parameters -> parameters.number(first).number(last));
        return Optional.of(last + 1);
    }
}
