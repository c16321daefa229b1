package no.abakus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL of a cluster. */
@Tag("long")
class ClusterDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void a_killed_database_starts_again_with_its_data() throws Exception {
        int port = freePort();
        try (ClusterDatabase database = new ClusterDatabase(folder.resolve("database"), port)) {
            database.start();
            execute(port, "CREATE TABLE kept (value INT)");
            execute(port, "INSERT INTO kept VALUES (1)");

            database.kill();

            assertThatThrownBy(() -> count(port)).isInstanceOf(SQLException.class);
            database.start();
            assertThat(count(port)).isEqualTo(1);
        }
    }

    @Test
    void it_has_prepared_transactions_for_xa() throws Exception {
        int port = freePort();
        try (ClusterDatabase database = new ClusterDatabase(folder.resolve("database"), port)) {
            database.start();
            try (Connection connection = DriverManager.getConnection(url(port));
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("SELECT 1");
                statement.execute("PREPARE TRANSACTION 'one'");
            }

            execute(port, "COMMIT PREPARED 'one'");
        }
    }

    /** Behind PgBouncer in transaction mode, the next transaction gets another session, which lacks the statement. */
    @Test
    void with_the_setting_for_pgbouncer_no_prepared_statement_stays_in_a_session() throws Exception {
        int port = freePort();
        try (ClusterDatabase database = new ClusterDatabase(folder.resolve("database"), port)) {
            database.start();

            assertThat(preparedInSession(port, 5)).isPositive();
            assertThat(preparedInSession(port, 0)).isZero();
        }
    }

    private static int preparedInSession(int port, int threshold) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port) + "&prepareThreshold=" + threshold)) {
            try (PreparedStatement often = connection.prepareStatement("SELECT 1")) {
                for (int times = 0; times < 10; times++) {
                    often.executeQuery().close();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM pg_prepared_statements")) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void execute(int port, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(int port) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(port));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + ClusterDatabase.NAME + "?user=" + ClusterDatabase.USER;
    }
}
