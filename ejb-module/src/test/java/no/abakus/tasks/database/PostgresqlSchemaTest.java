package no.abakus.tasks.database;

import javax.sql.DataSource;

class PostgresqlSchemaTest extends SchemaContract {

    @Override
    DataSource empty() {
        return PostgresqlServer.emptySchema();
    }
}
