package no.abakus.tasks.crash.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.SuspicionStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.SuspicionStoreContract;

class PostgresqlSuspicionStoreTest extends SuspicionStoreContract {

    @Override
    protected SuspicionStore store() {
        DataSource source = PostgresqlServer.emptySchema();
        return new JdbcSuspicionStore(new Database(() -> source, new EachAlone()));
    }
}
