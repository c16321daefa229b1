package no.abakus.tasks.order.jdbc;

import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.PostgresqlServer;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.OrderStoreContract;

class PostgresqlOrdersTest extends OrderStoreContract {

    @Override
    protected OrderStore store() {
        DataSource source = PostgresqlServer.emptySchema();
        return new JdbcOrders(new Database(() -> source, new EachAlone()), Owner.PLAIN);
    }
}
