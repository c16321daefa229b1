package no.abakus.tasks.result.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import no.abakus.tasks.OperationalException;

/**
 * The tables, made and changed by numbered scripts, each run once. A script bears being run again, so that two nodes that
 * start together, or one that dies in the middle, do no harm.
 */
final class Schema {

    /** The number of the last script; a change of the tables is a script with the next number, never an old one changed. */
    private static final int LATEST = 4;

    /** The nodes that start together are few; each try meets at most one of them that was faster. */
    private static final int TRIES = 5;

    private static final Map<String, String> BYTES_BY_PRODUCT = Map.of("H2", "BLOB", "PostgreSQL", "BYTEA");

    private Schema() {}

    /** Makes the tables what this version needs, on a connection that commits each statement. */
    static synchronized void migrate(Connection connection) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                runMissing(connection);
                return;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void runMissing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS abakus_schema (version INTEGER NOT NULL PRIMARY KEY)");
            // Asked for anew each time: another node may have been faster, and to change a table locks it.
            for (int version = installed(statement) + 1; version <= LATEST; version = installed(statement) + 1) {
                for (String command : script(version, bytesOf(connection)).split(";", -1)) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
                statement.execute("INSERT INTO abakus_schema (version) VALUES (" + version + ")");
            }
        }
    }

    private static int installed(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM abakus_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String bytesOf(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String type = BYTES_BY_PRODUCT.get(product);
        if (type == null) {
            throw new OperationalException(
                    "Results are kept in H2 or PostgreSQL, and abakus.tasks.result.data-source is " + product
                            + "; name another data source");
        }
        return type;
    }

    private static String script(int version, String bytes) {
        String name = "schema-" + version + ".sql";
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replace("${bytes}", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive's own " + name + " cannot be read", e);
        }
    }
}
