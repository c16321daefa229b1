package no.abakus.tasks.crash.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.testing.ClaimStoreContract;
import no.abakus.tasks.testing.EachAlone;

class PostgresqlClaimStoreTest extends ClaimStoreContract {

    @Override
    protected ClaimStore store() {
        DataSource source = PostgresqlServer.emptySchema();
        return new JdbcClaimStore(new Database(() -> source, new EachAlone()), Owner.PLAIN);
    }
}
