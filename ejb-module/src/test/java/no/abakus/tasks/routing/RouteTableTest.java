package no.abakus.tasks.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.config.RouteRule;
import org.junit.jupiter.api.Test;

/** Every name has its route, and names that callers invent do not use memory for ever. */
class RouteTableTest {

    private final RouteTable table =
            new RouteTable(List.of(new RouteRule("mail.*", Map.of("queue", "mail"))), problem -> {
                throw new AssertionError(problem);
            });

    @Test
    void any_number_of_names_is_looked_up_and_few_are_cached() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.of("mail." + i)).isPresent();
            assertThat(table.of("nobodys." + i)).isEmpty();
        }

        assertThat(table.cached()).isBetween(1, 1_000);
    }
}
