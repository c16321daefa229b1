package no.abakus.tasks.crash.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.spi.Suspicion;
import no.abakus.tasks.spi.SuspicionStore;

/** Suspicions in the table {@code abakus_suspicion}. Thread-safe. */
public final class JdbcSuspicionStore implements SuspicionStore {

    private static final String FIND = "SELECT * FROM abakus_suspicion WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String UPDATE = "UPDATE abakus_suspicion SET deaths = ?, node = ?, begun_at = ?, evidence = ?,"
            + " expires_at = ? WHERE task_id = ?";
    private static final String INSERT = "INSERT INTO abakus_suspicion (deaths, node, begun_at, evidence, expires_at,"
            + " task_id) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String REMOVE = "DELETE FROM abakus_suspicion WHERE task_id = ?";
    private final CrashTables tables;

    /** Suspicions in these tables. */
    public JdbcSuspicionStore(CrashTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Suspicion> find(String id) {
        return tables.run("What is known of task " + id + " could not be read", connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIND)) {
                new Parameters(select).text(id);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(read(rows)) : Optional.empty();
                }
            }
        });
    }

    private static Suspicion read(ResultSet row) throws SQLException {
        String node = row.getString("node");
        Optional<Instant> begun = Parameters.instant(row, "begun_at");
        return new Suspicion(
                row.getString("task_id"),
                row.getInt("deaths"),
                begun.map(at -> new Suspicion.Begun(node, at)),
                row.getString("evidence"),
                Parameters.instant(row, "expires_at").orElseThrow());
    }

    @Override
    public void put(Suspicion suspicion) {
        tables.run("That task " + suspicion.id() + " begins once more could not be kept", connection -> {
            if (!write(connection, UPDATE, suspicion)) {
                write(connection, INSERT, suspicion);
            }
            return null;
        });
    }

    private static boolean write(Connection connection, String sql, Suspicion suspicion) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            new Parameters(write)
                    .number(suspicion.deaths())
                    .text(suspicion.running().map(Suspicion.Begun::node).orElse(null))
                    .instant(suspicion.running().map(Suspicion.Begun::at))
                    .text(suspicion.evidence())
                    .instant(suspicion.expiresAt())
                    .text(suspicion.id());
            return write.executeUpdate() == 1;
        }
    }

    @Override
    public void remove(String id) {
        tables.run("What was known of task " + id + " could not be deleted", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
                new Parameters(delete).text(id);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return tables.run("Expired suspicions could not be deleted", connection -> {
            String expire = "DELETE FROM abakus_suspicion WHERE task_id IN (SELECT task_id FROM abakus_suspicion"
                    + " WHERE expires_at < ? ORDER BY expires_at FETCH FIRST " + most + " ROWS ONLY)";
            try (PreparedStatement delete = connection.prepareStatement(expire)) {
                new Parameters(delete).instant(now);
                return delete.executeUpdate();
            }
        });
    }
}
