package no.abakus.tasks.order.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.OrderStoreContract;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2OrdersTest extends OrderStoreContract {

    @Override
    protected OrderStore store() {
        return store("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static JdbcOrders store(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return new JdbcOrders(new Database(() -> source, new EachAlone()), Owner.PLAIN);
    }

    @Test
    void a_database_that_is_out_of_reach_is_an_operational_exception_that_says_which_setting_names_it() {
        assertThatThrownBy(() -> store("jdbc:h2:/nowhere/at/all;IFEXISTS=TRUE").pauses())
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("abakus.tasks.result.data-source");
    }
}
