package no.abakus.tasks.history.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.PostgresqlServer;

class PostgresqlTakenOverTest extends TakenOverContract {

    @Override
    DataSource source() {
        return PostgresqlServer.emptySchema();
    }
}
