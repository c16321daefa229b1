package no.abakus.tasks.crash.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.abakus.tasks.spi.ClaimStore;
import no.abakus.tasks.testing.ClaimStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlClaimStoreTest extends ClaimStoreContract {

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
    protected ClaimStore store() throws SQLException {
        DataSource source = postgres.getPostgresDatabase();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS abakus_claim, abakus_run, abakus_suspicion");
        }
        return new JdbcClaimStore(new CrashTables(() -> source, new EachAlone()));
    }
}
