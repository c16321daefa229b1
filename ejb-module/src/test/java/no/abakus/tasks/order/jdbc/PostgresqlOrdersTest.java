package no.abakus.tasks.order.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.abakus.tasks.spi.OrderStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.OrderStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresqlOrdersTest extends OrderStoreContract {

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
    protected OrderStore store() throws SQLException {
        DataSource source = postgres.getPostgresDatabase();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS abakus_revoked, abakus_pause");
        }
        return new JdbcOrders(() -> source, new EachAlone());
    }
}
