package no.abakus.tasks.database;

import javax.sql.DataSource;

class PostgresqlSchemaTest extends SchemaContract {

    @Override
    String endless() {
        return "SELECT COUNT(*) AS n FROM generate_series(1, 1000000) AS a, generate_series(1, 1000000) AS b WHERE a + b < 0";
    }

    @Override
    DataSource empty() {
        return PostgresqlServer.emptySchema();
    }
}
