package no.abakus.tasks.result.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.spi.StoredAttempt;

/** The rows of {@code abakus_attempt}, which go when their task's row does. */
final class Attempts {

    private static final String INSERT = "INSERT INTO abakus_attempt (task_id, retries, worker, started_at, ended_at,"
            + " next_at, content_type, compression, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REMOVE_OLD = "DELETE FROM abakus_attempt WHERE task_id = ? AND retries <= ?";
    private static final String FIND = "SELECT * FROM abakus_attempt WHERE task_id = ? ORDER BY retries";

    private Attempts() {}

    static void insert(Connection connection, StoredAttempt attempt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            new Row(insert)
                    .text(attempt.id())
                    .number(attempt.retries())
                    .text(attempt.worker())
                    .instant(attempt.startedAt())
                    .instant(attempt.endedAt())
                    .instant(attempt.nextAt())
                    .value(attempt.cause());
            insert.executeUpdate();
        }
        if (attempt.retries() >= ResultBackend.MOST_ATTEMPTS) {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE_OLD)) {
                new Row(delete).text(attempt.id()).number(attempt.retries() - ResultBackend.MOST_ATTEMPTS);
                delete.executeUpdate();
            }
        }
    }

    static List<StoredAttempt> find(Connection connection, String id) throws SQLException {
        List<StoredAttempt> attempts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            new Row(select).text(id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    attempts.add(new StoredAttempt(
                            id,
                            rows.getInt("retries"),
                            rows.getString("worker"),
                            Row.instant(rows, "started_at").orElseThrow(),
                            Row.instant(rows, "ended_at").orElseThrow(),
                            Row.instant(rows, "next_at").orElseThrow(),
                            Row.value(rows)));
                }
            }
        }
        return attempts;
    }
}
