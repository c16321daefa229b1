package no.abakus.tasks.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Creates and migrates all tables with numbered scripts, each of which runs once. If several nodes start at the same
 * time, the others wait for the first. PostgreSQL has a lock for that, and runs all scripts in one transaction. H2 has
 * neither. On H2, the applications of one server take turns, and a node that collides with another process tries again.
 * That is safe, because every script can run twice.
 */
final class Schema {

    /**
     * The number of the last script. To change the tables, add a script with the next number. Never change an old
     * script.
     */
    static final int LATEST = 14;

    private static final String TABLE = "abakus_schema";

    /** The maximum number of tries. Each try can collide with one other node, and few nodes start at the same time. */
    private static final int TRIES = 5;

    /**
     * The lock for H2. String literals are interned, so all applications of a server have the same object, although
     * each loads its own copy of this class.
     */
    private static final String IN_THIS_PROCESS = "no.abakus.tasks.database.Schema";

    /** Takes a lock with a number that others are unlikely to use. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(6021842537741)";

    private Schema() {}

    static void migrate(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            migrate(connection, Dialect.of(connection));
        }
    }

    /**
     * Tries again after a failure, which may be a collision. Uses the same connection, because connecting to an
     * unreachable database again could take long.
     */
    private static void migrate(Connection connection, Dialect dialect) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                if (dialect.hasTransactionalTables()) {
                    migrateLocked(connection, dialect);
                } else {
                    synchronized (IN_THIS_PROCESS) {
                        runMissing(connection, dialect);
                    }
                }
                return;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void migrateLocked(Connection connection, Dialect dialect) throws SQLException {
        boolean commitsEach = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
            }
            runMissing(connection, dialect);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(commitsEach);
        }
    }

    private static void runMissing(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isThere(connection)) {
                // Skipped if the table exists, because an administrator may have created it, and this user may not be
                // allowed to create tables.
                statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (version INTEGER NOT NULL PRIMARY KEY)");
            }
            // Queried in each iteration, because another node may have run scripts in the meantime.
            for (int version = installed(statement) + 1; version <= LATEST; version = installed(statement) + 1) {
                for (String command : dialect.adapted(script(version)).split(";", -1)) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                statement.execute("INSERT INTO " + TABLE + " (version) VALUES (" + version + ")");
            }
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        // Looks only in this connection's schema, because another application may have such a table in another schema.
        String schema = connection.getSchema();
        for (String name : List.of(TABLE, TABLE.toUpperCase(Locale.ROOT))) {
            try (ResultSet tables = connection.getMetaData().getTables(null, schema, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int installed(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM " + TABLE)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's own " + name + " cannot be read", e);
        }
    }
}
