package no.abakus.tasks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this process. It stops with the process. */
public final class PostgresqlServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresqlServer() {}

    /** A schema of the caller's own, without tables. */
    public static DataSource emptySchema() {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema " + schema + " could not be made", e);
        }
        return Running.SERVER.getDatabase("postgres", "postgres", Map.of("currentSchema", schema));
    }

    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
