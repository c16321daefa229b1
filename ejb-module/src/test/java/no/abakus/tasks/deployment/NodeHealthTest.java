package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.abakus.tasks.spi.HealthProbe;
import org.junit.jupiter.api.Test;

/** What a node needs to accept tasks. */
class NodeHealthTest {

    @Test
    void a_node_whose_clock_is_wrong_accepts_no_tasks() {
        List<HealthProbe> needs =
                NodeHealth.needs(probe("database"), probe("modules"), probe("clock"), List.of(probe("tasks")));

        assertThat(needs).extracting(HealthProbe::name).containsExactly("database", "modules", "clock", "tasks");
    }

    private static HealthProbe probe(String name) {
        return new HealthProbe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void check() {
                // Throws nothing, because this need is met.
            }
        };
    }
}
