package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Session;

/** Deletes old executions by ranges of keys, which is quick, and short enough not to hold up the writer. */
final class OldRows {

    private static final int STEP = 1_000;

    private static final String KEYS = "SELECT id FROM abakus_history WHERE id >= ? AND id < ? AND "
            + FreshRead.CONDITION + " ORDER BY id LIMIT " + STEP;
    private static final String RANGE = " BETWEEN ? AND ?";
    private static final String DELETE_EVIDENCE = "DELETE FROM abakus_failure WHERE history_id" + RANGE;
    private static final String DELETE = "DELETE FROM abakus_history WHERE id" + RANGE;
    private static final String FAILURES = "('FAILURE', 'REJECTED', 'REVOKED', 'EXPIRED')";
    private static final String ALL_BUT_FAILURES = " AND state NOT IN " + FAILURES;
    private static final String DELETE_OTHER_EVIDENCE = DELETE_EVIDENCE
            + " AND history_id IN (SELECT id FROM abakus_history WHERE id" + RANGE + ALL_BUT_FAILURES + ")";

    private OldRows() {}

    static Optional<Long> remove(Session session, long from, long below, boolean failuresToo) throws SQLException {
        List<Long> keys =
                session.list(KEYS, parameters -> parameters.number(from).number(below), row -> row.longNumber("id"));
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        long first = keys.get(0);
        long last = keys.get(keys.size() - 1);
        Session.Binding range = parameters -> parameters.number(first).number(last);
        if (failuresToo) {
            session.update(DELETE_EVIDENCE, range);
            session.update(DELETE, range);
        } else {
            session.update(
                    DELETE_OTHER_EVIDENCE,
                    parameters ->
                            parameters.number(first).number(last).number(first).number(last));
            session.update(DELETE + ALL_BUT_FAILURES, range);
        }
        return Optional.of(last + 1);
    }
}
