package no.abakus.bench.drills;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL in processes of its own. It can be stopped and started again with the same data. */
final class DrillDatabase implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    private DrillDatabase(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static DrillDatabase start(Path folder, int port) throws IOException {
        DrillDatabase database = new DrillDatabase(folder, port);
        database.start();
        return database;
    }

    void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("max_prepared_transactions", "100")
                .setServerConfig("max_connections", "250")
                // As in production; by default the library switches both off.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
    }

    /** Ends all processes of the database. This also closes its connections. */
    void stop() throws IOException {
        running.close();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
    }

    /** Returns how many rows tasks have written to the ledger. */
    long ledgerRows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), USER, USER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM sample_ledger")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
