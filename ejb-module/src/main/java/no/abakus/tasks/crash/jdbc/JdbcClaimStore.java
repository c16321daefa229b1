package no.abakus.tasks.crash.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.ClaimStore;

/** Claims in the table {@code abakus_claim}, runs in {@code abakus_run}. Its primary key is what lets an execution begin once. Thread-safe. */
public final class JdbcClaimStore implements ClaimStore {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CLAIM = "INSERT INTO abakus_claim (task_id, execution, task, node, run, acknowledged,"
            + " ended, claimed_at, expires_at, token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND =
            "SELECT * FROM abakus_claim WHERE task_id = ? AND execution = ? AND " + FreshRead.CONDITION;
    private static final String END = "UPDATE abakus_claim SET ended = TRUE WHERE task_id = ? AND execution = ?";
    private static final String RELEASE = "DELETE FROM abakus_claim WHERE task_id = ? AND execution = ?";
    private static final String SEEN = "seen_at > CURRENT_TIMESTAMP - INTERVAL '%d' SECOND";
    private static final String LOST = "SELECT * FROM abakus_claim WHERE ended = FALSE AND acknowledged = TRUE"
            + " AND run <> ? AND run NOT IN (SELECT run FROM abakus_run WHERE " + SEEN + ")"
            + " ORDER BY claimed_at FETCH FIRST %d ROWS ONLY";
    private static final String BEAT = "UPDATE abakus_run SET seen_at = CURRENT_TIMESTAMP WHERE run = ?";
    private static final String FIRST_BEAT =
            "INSERT INTO abakus_run (run, node, seen_at) VALUES (?, ?, CURRENT_TIMESTAMP)";
    private static final String ALIVE = "SELECT 1 FROM abakus_run WHERE run = ? AND " + SEEN;
    private static final String BURY = "DELETE FROM abakus_run WHERE run = ?";
    private static final String EXPIRE_RUNS =
            "DELETE FROM abakus_run WHERE seen_at < CURRENT_TIMESTAMP - INTERVAL '1' DAY";

    private final CrashTables tables;

    /** Claims in these tables. */
    public JdbcClaimStore(CrashTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Claim> claim(Claim claim) {
        return tables.run("The beginning of task " + claim.id() + " could not be kept", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
                new Parameters(insert)
                        .text(claim.id())
                        .number(claim.execution())
                        .text(claim.task())
                        .text(claim.node())
                        .text(claim.run())
                        .yesOrNo(claim.acknowledged())
                        .yesOrNo(claim.ended())
                        .instant(claim.at())
                        .instant(claim.expiresAt())
                        .text(claim.token().orElse(null));
                insert.executeUpdate();
                return Optional.empty();
            } catch (SQLException e) {
                if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
                return Optional.of(found(connection, claim, e));
            }
        });
    }

    private static Claim found(Connection connection, Claim claim, SQLException taken) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            new Parameters(select).text(claim.id()).number(claim.execution());
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw taken;
                }
                return read(rows);
            }
        }
    }

    private static Claim read(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("task_id"),
                row.getInt("execution"),
                row.getString("task"),
                row.getString("node"),
                row.getString("run"),
                row.getBoolean("acknowledged"),
                row.getBoolean("ended"),
                Parameters.instant(row, "claimed_at").orElseThrow(),
                Parameters.instant(row, "expires_at").orElseThrow(),
                Optional.ofNullable(row.getString("token")));
    }

    @Override
    public void end(String id, int execution) {
        tables.run(
                "The end of task " + id + " could not be noted", connection -> write(connection, END, id, execution));
    }

    @Override
    public void release(String id, int execution) {
        tables.run(
                "The beginning of task " + id + " could not be taken back",
                connection -> write(connection, RELEASE, id, execution));
    }

    private static int write(Connection connection, String sql, String id, int execution) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            new Parameters(write).text(id).number(execution);
            return write.executeUpdate();
        }
    }

    @Override
    public List<Claim> lost(String run, Duration patience, int most) {
        return tables.run("The tasks of dead nodes could not be looked for", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(String.format(Locale.ROOT, LOST, patience.toSeconds(), most))) {
                new Parameters(select).text(run);
                try (ResultSet rows = select.executeQuery()) {
                    List<Claim> lost = new ArrayList<>();
                    while (rows.next()) {
                        lost.add(read(rows));
                    }
                    return lost;
                }
            }
        });
    }

    @Override
    public void beat(String node, String run) {
        tables.run("Node " + node + " could not say that it is alive", connection -> {
            if (update(connection, BEAT, run) == 0) {
                try (PreparedStatement insert = connection.prepareStatement(FIRST_BEAT)) {
                    new Parameters(insert).text(run).text(node);
                    insert.executeUpdate();
                }
            }
            return null;
        });
    }

    @Override
    public boolean isAlive(String run, Duration patience) {
        return tables.run("Whether a node is alive could not be looked for", connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement(String.format(Locale.ROOT, ALIVE, patience.toSeconds()))) {
                new Parameters(select).text(run);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public void bury(String run) {
        tables.run("That a node is dead could not be noted", connection -> update(connection, BURY, run));
    }

    private static int update(Connection connection, String sql, String run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            new Parameters(update).text(run);
            return update.executeUpdate();
        }
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return tables.run("Expired claims could not be deleted", connection -> {
            String expire = "DELETE FROM abakus_claim WHERE (task_id, execution) IN"
                    + " (SELECT task_id, execution FROM abakus_claim WHERE expires_at < ? ORDER BY expires_at"
                    + " FETCH FIRST " + most + " ROWS ONLY)";
            try (PreparedStatement runs = connection.prepareStatement(EXPIRE_RUNS);
                    PreparedStatement claims = connection.prepareStatement(expire)) {
                runs.executeUpdate();
                new Parameters(claims).instant(now);
                return claims.executeUpdate();
            }
        });
    }
}
