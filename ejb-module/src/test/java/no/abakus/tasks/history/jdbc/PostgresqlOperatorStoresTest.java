package no.abakus.tasks.history.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.testing.EachAlone;

class PostgresqlOperatorStoresTest extends OperatorStoresContract {

    @Override
    protected Database database() {
        DataSource source = PostgresqlServer.emptySchema();
        return new Database(() -> source, new EachAlone());
    }
}
