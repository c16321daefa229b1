package no.abakus.tasks.result.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.testing.EachAlone;

class PostgresqlResultsTest extends JdbcResultsContract {

    @Override
    public ResultBackend backend() {
        DataSource source = PostgresqlServer.emptySchema();
        return new JdbcResultBackend(new Database(() -> source, new EachAlone()));
    }
}
