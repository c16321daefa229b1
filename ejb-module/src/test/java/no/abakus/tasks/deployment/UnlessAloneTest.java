package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.testing.SettableClock;
import org.junit.jupiter.api.Test;

/** A node with a defect leaves its tasks to the other nodes, and runs them if there are none. */
class UnlessAloneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SettableClock clock = new SettableClock();
    private final HealthProbe broken = new HealthProbe() {
        @Override
        public String name() {
            return "clock";
        }

        @Override
        public void check() {
            throw new IllegalStateException("70.0 s ahead");
        }
    };
    private boolean hearsOthers;
    private final HealthProbe probe = new UnlessAlone(broken, () -> hearsOthers, PATIENCE, clock);

    @Test
    void a_node_that_is_alone_works() {
        clock.advance(PATIENCE);

        assertThatCode(probe::check).doesNotThrowAnyException();
        assertThat(probe.name()).isEqualTo("clock");
    }

    @Test
    void a_node_that_hears_others_does_not_and_works_again_when_they_are_gone() {
        clock.advance(PATIENCE);
        hearsOthers = true;
        assertThatThrownBy(probe::check).hasMessage("70.0 s ahead");

        hearsOthers = false;
        assertThatCode(probe::check).doesNotThrowAnyException();
    }

    @Test
    void a_node_that_has_just_started_may_not_have_heard_the_others_yet() {
        clock.advance(PATIENCE.minusMillis(1));

        assertThatThrownBy(probe::check).hasMessage("70.0 s ahead");
    }
}
