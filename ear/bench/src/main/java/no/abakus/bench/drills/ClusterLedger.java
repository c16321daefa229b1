package no.abakus.bench.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import no.abakus.cluster.Cluster;

/** The rows that tasks have written to the database that the nodes of a cluster share. */
final class ClusterLedger {

    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final String url;

    ClusterLedger(Cluster cluster) {
        url = cluster.databaseUrl();
    }

    /** Waits until all keys are there, but at most this long. Returns the missing keys. */
    Set<String> missingAfter(Set<String> keys, Duration patience) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        Set<String> missing = missing(keys);
        while (!missing.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            missing = missing(keys);
        }
        return missing;
    }

    /** Returns those of these keys that were written more than once. */
    Set<String> twice(Set<String> keys) throws SQLException {
        Set<String> twice = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT ledger_key FROM sample_ledger GROUP BY ledger_key HAVING COUNT(*) > 1")) {
            while (rows.next()) {
                twice.add(rows.getString(1));
            }
        }
        twice.retainAll(keys);
        return twice;
    }

    private Set<String> missing(Set<String> keys) throws SQLException {
        Set<String> missing = new HashSet<>(keys);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT ledger_key FROM sample_ledger")) {
            while (rows.next()) {
                missing.remove(rows.getString(1));
            }
        }
        return missing;
    }
}
