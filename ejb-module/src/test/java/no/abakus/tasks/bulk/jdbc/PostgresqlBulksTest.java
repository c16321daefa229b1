package no.abakus.tasks.bulk.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.testing.BulkStoreContract;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.WrittenOptions;

class PostgresqlBulksTest extends BulkStoreContract {

    @Override
    protected BulkStore store() {
        DataSource source = PostgresqlServer.emptySchema();
        return new JdbcBulks(new Database(() -> source, new EachAlone()), Owner.PLAIN, new WrittenOptions());
    }
}
