package no.abakus.bench.deployed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Stores results as hand-written code would: with one row and one transaction per result, in the database that also
 * stores our results.
 */
@ApplicationScoped
class BareStore {

    private static final String TABLE =
            "bench_result (task_id VARCHAR(255) PRIMARY KEY, content VARCHAR(4000), ended_at TIMESTAMP WITH TIME ZONE)";

    private volatile DataSource kept;

    @SuppressWarnings("BanJNDI") // the benchmark itself sets the name
    void keepFromNowOn() throws NamingException, SQLException {
        String name = System.getProperty("abakus.tasks.result.data-source", "java:comp/DefaultDataSource");
        DataSource source = InitialContext.doLookup(name);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE);
        }
        kept = source;
    }

    void keepNoMore() {
        kept = null;
    }

    /** Stores the result if {@link #keepFromNowOn} was called. */
    void ended(String id, String result) {
        DataSource source = kept;
        if (source == null) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_result VALUES (?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, result);
            insert.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The result could not be stored: " + e.getMessage(), e);
        }
    }
}
