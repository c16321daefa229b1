package no.abakus.tasks.order.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.Revocable;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.spi.MatchingRevocation;
import no.abakus.tasks.spi.OrderStore;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.spi.Transactions;

/** Orders in the tables {@code abakus_revoked} and {@code abakus_pause}, made when they are first needed. Thread-safe. */
public final class JdbcOrders implements OrderStore {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Nodes that start together may get in each other's way once each. */
    private static final int TRIES = 5;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS abakus_revoked (matched_by VARCHAR(16) NOT NULL, name VARCHAR(255) NOT NULL,"
                    + " content VARCHAR(512) NOT NULL, terminates BOOLEAN NOT NULL,"
                    + " revoked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,"
                    + " sent_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,"
                    + " expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, PRIMARY KEY (matched_by, name, content))",
            "CREATE TABLE IF NOT EXISTS abakus_pause (paused VARCHAR(16) NOT NULL, name VARCHAR(255) NOT NULL,"
                    + " paused_at TIMESTAMP(6) WITH TIME ZONE NOT NULL, PRIMARY KEY (paused, name))");
    private static final String REVOKE_AGAIN =
            "UPDATE abakus_revoked SET terminates = ?, revoked_at = ?, sent_until = ?,"
                    + " expires_at = ? WHERE matched_by = ? AND name = ? AND content = ?";
    private static final String REVOKE = "INSERT INTO abakus_revoked (terminates, revoked_at, sent_until, expires_at,"
            + " matched_by, name, content) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String IS_PAUSED =
            "SELECT 1 FROM abakus_pause WHERE paused = ? AND name = ? AND " + FreshRead.CONDITION;
    private static final String PAUSE = "INSERT INTO abakus_pause (paused, name, paused_at) VALUES (?, ?, ?)";
    private static final String RESUME = "DELETE FROM abakus_pause WHERE paused = ? AND name = ?";
    private static final String REVOCATIONS = "SELECT * FROM abakus_revoked WHERE " + FreshRead.CONDITION;
    private static final String PAUSES =
            "SELECT * FROM abakus_pause WHERE " + FreshRead.CONDITION + " ORDER BY paused, name";
    private static final String REMOVE_EXPIRED = "DELETE FROM abakus_revoked WHERE expires_at < ?";

    private final Supplier<DataSource> source;
    private final Transactions transactions;
    private volatile DataSource ready;

    /** Orders in this data source, which is asked for when it is first needed. */
    public JdbcOrders(Supplier<DataSource> source, Transactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    public void revoke(MatchingRevocation revocation) {
        run("The revocation of tasks by " + revocation.match() + " could not be kept", connection -> {
            if (!write(connection, REVOKE_AGAIN, revocation)) {
                write(connection, REVOKE, revocation);
            }
            return null;
        });
    }

    private static boolean write(Connection connection, String sql, MatchingRevocation revocation) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setBoolean(1, revocation.terminate());
            write.setObject(2, time(revocation.at()));
            write.setObject(3, time(revocation.sentUntil()));
            write.setObject(4, time(revocation.expiresAt()));
            write.setString(5, revocation.match().by().name());
            write.setString(6, revocation.match().name());
            write.setString(7, revocation.match().value());
            return write.executeUpdate() == 1;
        }
    }

    @Override
    public void pause(Pause pause) {
        run("The pause of " + pause.of() + " " + pause.name() + " could not be kept", connection -> {
            if (!isPaused(connection, pause)) {
                try (PreparedStatement insert = connection.prepareStatement(PAUSE)) {
                    insert.setString(1, pause.of().name());
                    insert.setString(2, pause.name());
                    insert.setObject(3, time(pause.at()));
                    insert.executeUpdate();
                } catch (SQLException e) {
                    if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                        throw e;
                    }
                }
            }
            return null;
        });
    }

    private static boolean isPaused(Connection connection, Pause pause) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(IS_PAUSED)) {
            select.setString(1, pause.of().name());
            select.setString(2, pause.name());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public boolean resume(Pause.Of of, String name) {
        return run("The pause of " + of + " " + name + " could not be ended", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(RESUME)) {
                delete.setString(1, of.name());
                delete.setString(2, name);
                return delete.executeUpdate() > 0;
            }
        });
    }

    @Override
    public List<MatchingRevocation> revocations() {
        return run("Revocations could not be read", connection -> {
            List<MatchingRevocation> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(REVOCATIONS);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Instant at = time(row, "revoked_at");
                    found.add(new MatchingRevocation(
                            new Revocable.Matching(
                                    Revocable.By.valueOf(row.getString("matched_by")),
                                    row.getString("name"),
                                    row.getString("content"),
                                    java.time.Duration.between(at, time(row, "sent_until"))),
                            row.getBoolean("terminates"),
                            at,
                            time(row, "sent_until"),
                            time(row, "expires_at")));
                }
            }
            return found;
        });
    }

    @Override
    public List<Pause> pauses() {
        return run("Pauses could not be read", connection -> {
            List<Pause> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(PAUSES);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Pause(
                            Pause.Of.valueOf(row.getString("paused")), row.getString("name"), time(row, "paused_at")));
                }
            }
            return found;
        });
    }

    @Override
    public int removeExpired(Instant now) {
        return run("Expired revocations could not be deleted", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(REMOVE_EXPIRED)) {
                delete.setObject(1, time(now));
                return delete.executeUpdate();
            }
        });
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private <T> T run(String otherwise, Work<T> work) {
        if (ready == null) {
            // Outside of the caller's transaction: some databases commit at every change of a table.
            ready = transactions.outside(this::prepared);
        }
        try (Connection connection = ready.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(otherwise, e);
        }
    }

    private synchronized DataSource prepared() {
        if (ready != null) {
            return ready;
        }
        DataSource found = source.get();
        for (int tries = 1; ; tries++) {
            try (Connection connection = found.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.execute(table);
                }
                return found;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw SqlTrouble.of("The tables for orders could not be made", e);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
