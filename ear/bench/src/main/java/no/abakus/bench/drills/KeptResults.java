package no.abakus.bench.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import no.abakus.cluster.Cluster;

/** Many stored results in the database of a cluster, all copied from one real result. */
final class KeptResults {

    private static final String PREFIX = "kept-";

    private final String url;

    KeptResults(Cluster cluster) {
        url = cluster.databaseUrl();
    }

    /** Returns the id of a copy. */
    static String id(int number) {
        return PREFIX + number;
    }

    /** Copies the result of this task this many times. The first copy has the number 1. */
    void copy(String task, int count) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<String> columns = columns(connection);
            List<String> values = columns.stream()
                    .map(column -> column.equals("task_id") || column.equals("root_id")
                            ? "'" + PREFIX + "' || n"
                            : "original." + column)
                    .toList();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO abakus_result ("
                    + String.join(", ", columns) + ") SELECT " + String.join(", ", values)
                    + " FROM abakus_result original, generate_series(1, ?) n WHERE original.task_id = ?")) {
                insert.setInt(1, count);
                insert.setString(2, task);
                if (insert.executeUpdate() != count) {
                    throw new IllegalStateException("The result of " + task + " is not stored");
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE abakus_result");
            }
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_name = 'abakus_result' ORDER BY ordinal_position")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    /** Lets all copies expire. */
    void expire() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE abakus_result SET expires_at = CURRENT_TIMESTAMP - INTERVAL '1 minute'"
                    + " WHERE task_id LIKE '" + PREFIX + "%'");
        }
    }

    /** Returns how many copies there are. */
    long left() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT COUNT(*) FROM abakus_result WHERE task_id LIKE '" + PREFIX + "%'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
