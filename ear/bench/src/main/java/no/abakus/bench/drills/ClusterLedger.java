package no.abakus.bench.drills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.abakus.cluster.Cluster;

/** The rows that tasks and nodes have written to the database of a cluster. */
final class ClusterLedger {

    private static final long BETWEEN_LOOKS_MILLIS = 250;
    private static final double MICROS = 1e6;

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

    /** Returns which of these keys were written more than once. */
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

    /** Returns how many seconds passed between the first and the last write of the keys with this prefix. */
    double span(String prefix) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT MAX(written_at) - MIN(written_at) FROM sample_ledger WHERE ledger_key LIKE ?")) {
            query.setString(1, prefix + "%");
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1) / MICROS;
            }
        }
    }

    /**
     * Returns how many seconds after this instant each of these keys was written for the first time. Leaves out keys
     * that were not written after it.
     */
    Map<String, Double> secondsAfter(Set<String> keys, Instant from) throws SQLException {
        long begun = micros(from);
        Map<String, Double> seconds = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement("SELECT ledger_key, MIN(written_at)"
                        + " FROM sample_ledger WHERE written_at > ? GROUP BY ledger_key")) {
            query.setLong(1, begun);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (keys.contains(rows.getString(1))) {
                        seconds.put(rows.getString(1), (rows.getLong(2) - begun) / MICROS);
                    }
                }
            }
        }
        return seconds;
    }

    /** Returns the longest time, in seconds, in which no task wrote between this instant and now. */
    double longestPause(Instant from) throws SQLException {
        return longestPause(from, "");
    }

    /** Does the same, but looks only at keys with this prefix. */
    double longestPause(Instant from, String prefix) throws SQLException {
        long last = micros(from);
        long longest = 0;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement("SELECT written_at FROM sample_ledger"
                        + " WHERE written_at > ? AND ledger_key LIKE ? ORDER BY written_at")) {
            query.setLong(1, last);
            query.setString(2, prefix + "%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    longest = Math.max(longest, rows.getLong(1) - last);
                    last = rows.getLong(1);
                }
            }
        }
        // Work that has stopped for good is a pause, too.
        return Math.max(longest, micros(Instant.now()) - last) / MICROS;
    }

    /** Returns whether a task whose key has this prefix has written since an instant. */
    boolean hasRowsSince(Instant from, String prefix) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement(
                        "SELECT COUNT(*) FROM sample_ledger WHERE written_at > ? AND ledger_key LIKE ?")) {
            query.setLong(1, micros(from));
            query.setString(2, prefix + "%");
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        }
    }

    /**
     * Returns how many tasks each node has run successfully, according to the stored results. Counts the tasks whose
     * ids have this prefix.
     */
    Map<String, Integer> tasksByNode(String prefix) throws SQLException {
        Map<String, Integer> tasks = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement query = connection.prepareStatement("SELECT worker, COUNT(*) FROM abakus_result"
                        + " WHERE state = 'SUCCESS' AND task_id LIKE ? GROUP BY worker")) {
            query.setString(1, prefix + "%");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tasks.put(String.valueOf(rows.getString(1)), rows.getInt(2));
                }
            }
        }
        return tasks;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
