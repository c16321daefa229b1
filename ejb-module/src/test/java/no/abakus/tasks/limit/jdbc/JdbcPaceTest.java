package no.abakus.tasks.limit.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.SharedPace;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.SharedPaceContract;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The turns in a database meet the contract. */
class JdbcPaceTest extends SharedPaceContract {

    private final DataSource database = h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Override
    protected SharedPace node() {
        return new JdbcPace(new Database(() -> database, new EachAlone()), Owner.PLAIN);
    }

    @Test
    void a_database_that_is_out_of_reach_gives_the_task_back() {
        SharedPace pace = new JdbcPace(
                new Database(() -> h2("jdbc:h2:/nowhere/at/all;IFEXISTS=TRUE"), new EachAlone()), Owner.PLAIN);

        assertThatThrownBy(() -> pace.next("mail", Duration.ofSeconds(1), Duration.ZERO, Instant.EPOCH))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("abakus.tasks.result.data-source");
    }

    private static DataSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }
}
