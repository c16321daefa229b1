package no.abakus.tasks.history.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.HistoryStoreContract;

class PostgresqlHistoryTest extends HistoryStoreContract {

    @Override
    public HistoryStores stores() {
        DataSource source = PostgresqlServer.emptySchema();
        return JdbcHistory.in(new Database(() -> source, new EachAlone()), Owner.PLAIN);
    }
}
