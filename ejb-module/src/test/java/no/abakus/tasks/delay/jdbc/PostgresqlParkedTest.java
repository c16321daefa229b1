package no.abakus.tasks.delay.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.PostgresqlServer;

class PostgresqlParkedTest extends SharedParkedContract {

    @Override
    DataSource source() {
        return PostgresqlServer.emptySchema();
    }
}
