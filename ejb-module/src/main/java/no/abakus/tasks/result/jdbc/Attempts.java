package no.abakus.tasks.result.jdbc;

import java.sql.SQLException;
import java.util.List;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StoredAttempt;

/** The rows of {@code abakus_attempt}. The database deletes them together with their task's row. */
final class Attempts {

    private static final String INSERT = "INSERT INTO abakus_attempt (task_id, retries, worker, started_at, ended_at,"
            + " next_at, content_type, compression, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REMOVE_OLD = "DELETE FROM abakus_attempt WHERE task_id = ? AND retries <= ?";
    private static final String FIND = "SELECT * FROM abakus_attempt WHERE task_id = ? ORDER BY retries";

    private Attempts() {}

    static void insert(Session session, StoredAttempt attempt) throws SQLException {
        session.update(INSERT, parameters -> {
            parameters
                    .text(attempt.id())
                    .number(attempt.retries())
                    .text(attempt.worker())
                    .instant(attempt.startedAt())
                    .instant(attempt.endedAt())
                    .instant(attempt.nextAt());
            Records.setValue(parameters, attempt.cause());
        });
        if (attempt.retries() >= ResultBackend.MOST_ATTEMPTS) {
            int oldest = attempt.retries() - ResultBackend.MOST_ATTEMPTS;
            session.update(
                    REMOVE_OLD, parameters -> parameters.text(attempt.id()).number(oldest));
        }
    }

    static List<StoredAttempt> find(Session session, String id) throws SQLException {
        return session.list(
                FIND,
                parameters -> parameters.text(id),
                row -> new StoredAttempt(
                        id,
                        row.number("retries"),
                        row.text("worker"),
                        row.instant("started_at"),
                        row.instant("ended_at"),
                        row.instant("next_at"),
                        Records.value(row)));
    }
}
