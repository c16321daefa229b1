package no.abakus.tasks.history.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.PostgresqlServer;
import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresqlSharedHistoryTest extends SharedHistoryContract {

    @Override
    DataSource source() {
        return PostgresqlServer.emptySchema();
    }
}
