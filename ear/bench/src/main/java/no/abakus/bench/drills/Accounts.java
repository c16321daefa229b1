package no.abakus.bench.drills;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What happened to the tasks, read from the database of a stopped server or from a separate database.
 *
 * @param runs how often each key was written to the ledger
 * @param lostWorkers the ids of the tasks whose stored state is a failure, usually because their server died
 */
record Accounts(Map<String, Integer> runs, Set<String> lostWorkers) {

    /** Reads both database files of a stopped server, the application's and Abakus's. */
    static Accounts of(Path data) throws SQLException {
        return new Accounts(runs(file(data, "tasks"), "sa", "sa"), lostWorkers(file(data, "system"), "sa", "sa"));
    }

    /** Reads a database that has the tables of both the application and Abakus. */
    static Accounts of(String url, String user, String password) throws SQLException {
        return new Accounts(runs(url, user, password), lostWorkers(url, user, password));
    }

    private static String file(Path data, String name) {
        return "jdbc:h2:file:" + data.resolve("abakus").resolve(name);
    }

    private static Map<String, Integer> runs(String url, String user, String password) throws SQLException {
        Map<String, Integer> runs = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT ledger_key, COUNT(*) FROM sample_ledger GROUP BY ledger_key")) {
            while (rows.next()) {
                runs.put(rows.getString(1), rows.getInt(2));
            }
        }
        return runs;
    }

    private static Set<String> lostWorkers(String url, String user, String password) throws SQLException {
        Set<String> lost = new HashSet<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT task_id FROM abakus_result WHERE state = 'FAILURE'")) {
            while (rows.next()) {
                lost.add(rows.getString(1));
            }
        }
        return lost;
    }

    int runs(String key) {
        return runs.getOrDefault(key, 0);
    }
}
