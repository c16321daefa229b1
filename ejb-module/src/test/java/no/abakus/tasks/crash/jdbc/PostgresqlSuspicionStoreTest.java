package no.abakus.tasks.crash.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.abakus.tasks.spi.SuspicionStore;
import no.abakus.tasks.testing.SuspicionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlSuspicionStoreTest extends SuspicionStoreContract {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    protected SuspicionStore store() throws SQLException {
        DataSource source = postgres.getPostgresDatabase();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS abakus_claim, abakus_run, abakus_suspicion");
        }
        return new JdbcSuspicionStore(new CrashTables(() -> source, new EachAlone()));
    }
}
