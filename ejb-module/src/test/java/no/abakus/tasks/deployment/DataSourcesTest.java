package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Which data source gets the tables. */
final class DataSourcesTest {

    private final DataSource ofAbakus = new JdbcDataSource();
    private final DataSource ofTheApplication = new JdbcDataSource();
    private final Map<String, Object> bound = new HashMap<>(Map.of("java:comp/DefaultDataSource", ofTheApplication));
    private final List<String> asked = new ArrayList<>();

    @Test
    void a_server_without_one_for_abakus_uses_the_default_one() {
        assertThat(DataSources.of("", this::lookup).get()).isSameAs(ofTheApplication);
    }

    @Test
    void one_for_abakus_is_taken_by_its_name_on_either_server() {
        for (String name : DataSources.OWN) {
            bound.put(name, ofAbakus);

            assertThat(DataSources.of(" ", this::lookup).get()).as(name).isSameAs(ofAbakus);

            bound.remove(name);
        }
    }

    @Test
    void a_name_that_a_server_cannot_read_is_passed_over() {
        bound.put("jdbc/abakus", ofAbakus);
        var supplier = DataSources.of("", name -> {
            if (name.startsWith("java:jboss")) {
                throw new IllegalArgumentException(name);
            }
            return lookup(name);
        });

        assertThat(supplier.get()).isSameAs(ofAbakus);
    }

    @Test
    void a_named_one_is_taken_although_there_is_one_for_abakus() {
        bound.put("jdbc/abakus", ofAbakus);

        assertThat(DataSources.of("java:comp/DefaultDataSource", this::lookup).get())
                .isSameAs(ofTheApplication);
        assertThat(asked).doesNotContainAnyElementsOf(DataSources.OWN);
    }

    /** Otherwise the tables would be in one database or the other, whichever is faster at a start. */
    @Test
    void one_for_abakus_that_is_still_starting_is_not_passed_over() {
        var supplier = DataSources.of("", name -> {
            if (bound.containsKey(name)) {
                return bound.get(name);
            }
            throw (NamingException) new NameNotFoundException(name).initCause(new IllegalStateException("starting"));
        });
        bound.put("java:jboss/datasources/Abakus", ofAbakus);

        assertThat(supplier.get()).isSameAs(ofAbakus);
    }

    @Test
    void a_name_that_means_nothing_is_reported_with_the_setting() {
        var supplier = DataSources.of("java:/Missing", this::lookup);

        assertThatThrownBy(supplier::get)
                .isInstanceOf(OperationalException.class)
                .hasMessageContainingAll("java:/Missing", "abakus.tasks.result.data-source");
    }

    private Object lookup(String name) throws NamingException {
        asked.add(name);
        if (!bound.containsKey(name)) {
            throw new NameNotFoundException(name);
        }
        return bound.get(name);
    }
}
