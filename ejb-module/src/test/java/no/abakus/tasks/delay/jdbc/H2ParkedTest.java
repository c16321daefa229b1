package no.abakus.tasks.delay.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ParkedTest extends SharedParkedContract {

    @TempDir
    Path folder;

    @Override
    DataSource source() {
        return H2File.in(folder);
    }

    @Test
    void only_the_rows_that_are_wanted_are_read_however_many_wait() throws Exception {
        store.add(IntStream.range(0, 300)
                .mapToObj(i -> message("m-" + i, DUE.plusSeconds(i)))
                .toList());
        String due = TakenRows.due(Owner.PLAIN, 0)
                .replaceFirst("\\?", "TIMESTAMP WITH TIME ZONE '2031-01-01 00:00:00+00'")
                .replace("?", "5");

        for (Owner owner : List.of(Owner.PLAIN, new Owner("shop"))) {
            assertThat(plan(String.format(Locale.ROOT, JdbcParked.FIRST_DUE, owner.condition())))
                    .contains("index sorted", "scanCount: 1 ");
        }
        assertThat(plan("SELECT parked_id" + due)).contains("index sorted");
    }

    private String plan(String query) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE " + query)) {
            plan.next();
            return plan.getString(1);
        }
    }
}
